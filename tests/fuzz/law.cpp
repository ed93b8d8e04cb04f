#include "tests/fuzz/law.hpp"

#include <cstdio>
#include <cstdlib>

namespace fuzz {

void law(bool holds, std::string_view sentence) {
  if (holds) return;
  std::fprintf(stderr, "A law is broken: %.*s\n", static_cast<int>(sentence.size()), sentence.data());
  std::abort();
}

}  // namespace fuzz
