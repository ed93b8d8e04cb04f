#pragma once

#include "engine/step.hpp"
#include "workflows/words/language.hpp"

#include <string>

namespace workflows {

/// Why something was refused, in the language of the reader, with words instead of stored names.
[[nodiscard]] std::string refusal_words(const Language& language, const engine::Refusal& refusal);

}  // namespace workflows
