#pragma once

#include "workflows/words/language.hpp"

#include <string>
#include <string_view>

namespace workflows {

/// What somebody tried, as people read it: a step, or a command that is none; an unknown name is its own word.
[[nodiscard]] std::string attempt_word(const Language& language, std::string_view action);
/// Why it was refused: a word for the code, and what the trail noted beside it (an address, a person).
[[nodiscard]] std::string refused_word(const Language& language, std::string_view reason);

}  // namespace workflows
