#pragma once

#include "workflows/words/language.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace workflows {

/// A stored name and what people read in its place.
struct WordLine {
  std::string_view name;
  const char* message;  // message id
};

/// The word for a name; the name itself where the table does not have it.
template <std::size_t size>
std::string word_in(const WordLine (&lines)[size], const Language& language, std::string_view name) {
  const auto* found = std::ranges::find(lines, name, &WordLine::name);
  return found == std::end(lines) ? std::string(name) : language.translate(found->message);
}

}  // namespace workflows
