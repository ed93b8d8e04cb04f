#pragma once

#include <string>

namespace cli {

/// The name under which the user is logged in to this machine; the user's number if it has no name.
[[nodiscard]] std::string login_name();

}  // namespace cli
