#pragma once

#include "workflows/words/language.hpp"

#include <string>
#include <string_view>

namespace workflows {

/// The words people read for a choice of a field ("face", "on_call"); an unknown one is its own word.
[[nodiscard]] std::string choice_word(const Language& language, std::string_view word);

}  // namespace workflows
