#pragma once

#include "cli/commands.hpp"
#include "cli/vocabulary.hpp"

#include <string>

namespace cli {

/// The table of contents of the program.
[[nodiscard]] std::string help_page(const Language& language);
/// What one command does and takes, with an example.
[[nodiscard]] std::string help_page(const Row& row, const Language& language);

}  // namespace cli
