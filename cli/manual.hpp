#pragma once

#include "cli/vocabulary.hpp"

#include <string>

namespace cli {

/// The manual page maotiao(1) as scdoc source, made from the table of commands: it cannot lag behind the program.
[[nodiscard]] std::string manual(const Language& language);

}  // namespace cli
