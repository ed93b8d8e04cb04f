#pragma once

#include "cli/language.hpp"

#include <string>
#include <string_view>

namespace cli {

/// What a fault of the engine or the storage says to a reader: in English its own sentence, else the sentence that
/// stands for its code, with the English one after it for the details.
[[nodiscard]] std::string fault_words(const Language& language, std::string_view code, std::string_view english);

}  // namespace cli
