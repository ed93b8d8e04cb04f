#pragma once

#include "engine/step.hpp"
#include "workflows/words/language.hpp"

#include <string>

namespace workflows {

/// How an edge names what a person can give: the command line by its options, a page by the labels of its form.
enum class Naming { Options, Labels };

/// Why something was refused, in the language of the reader, with words instead of stored names.
[[nodiscard]] std::string refusal_words(const Language& language, const engine::Refusal& refusal,
                                        Naming naming = Naming::Options);

}  // namespace workflows
