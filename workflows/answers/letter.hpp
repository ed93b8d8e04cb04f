#pragma once

#include "engine/deliver/claim.hpp"
#include "engine/deliver/request.hpp"
#include "workflows/words/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace workflows {

/// What a channel says of the messages it carries, in its language: what happened, in which case, which limit, until
/// when, in which centre, and who must act, as a role or a person's id. Never a party, never a free text of a case.
[[nodiscard]] engine::Letter letter_of(engine::Reading& reading, const engine::World& world,
                                       const engine::Channel& channel, const engine::Claimed& claimed);

/// What a test says.
[[nodiscard]] engine::Letter test_letter(const engine::Channel& channel, std::string_view id,
                                         std::string_view organisation);

/// As many of the lines as fit into `most` bytes, then how many more there are; a line is cut between characters only
/// if it is the first.
[[nodiscard]] std::string fitted(const Language& language, const std::vector<std::string>& lines, std::size_t most);

}  // namespace workflows
