#pragma once

#include "workflows/words/language.hpp"

#include <string>
#include <string_view>

namespace workflows {

/// A sentence that a fault of another room holds already filled in, in the language of the reader: the message id it
/// was made from is found in the catalogue by its fixed parts. The sentence itself where none fits.
[[nodiscard]] std::string fault_words(const Language& language, std::string_view english);

}  // namespace workflows
