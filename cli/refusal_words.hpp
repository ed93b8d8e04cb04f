#pragma once

#include "cli/language.hpp"
#include "engine/step.hpp"

#include <string>

namespace cli {

/// Why something was refused, in the language of the reader, with words instead of stored names.
[[nodiscard]] std::string refusal_words(const Language& language, const engine::Refusal& refusal);

}  // namespace cli
