#include "cli/stdin_text.hpp"

#include "cli/text.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

#include <iostream>

namespace cli {
using engine::mark;

std::string stdin_text(std::string_view option) {
  std::string text(longest_text + 2, '\0');  // one line end more, and one byte that shows there was more
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  if (text.ends_with('\n')) text.pop_back();
  if (text.size() > longest_text) {
    throw wrong_words(mark("the text for {0} is too long: at most {1} bytes are taken"), option, longest_text);
  }
  if (const auto bad = first_bad_byte(text)) {
    throw wrong_words(mark("byte {0} of the text for {1} is not readable text (UTF-8 without control characters)"),
                      *bad + 1, option);
  }
  return text;
}

}  // namespace cli
