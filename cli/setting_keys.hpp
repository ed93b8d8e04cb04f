#pragma once

#include <string_view>

namespace cli {

/// "1" in a database made with `init --practice`.
inline constexpr std::string_view key_practice = "practice";
/// The name of the organisation.
inline constexpr std::string_view key_organisation = "organisation";
/// Who acts in a practice database when nobody else is named: a made-up person with every role.
inline constexpr std::string_view practice_person = "practice";

}  // namespace cli
