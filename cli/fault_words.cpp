#include "cli/fault_words.hpp"

#include "engine/mark.hpp"

#include <algorithm>
#include <iterator>

namespace cli {
namespace {
using engine::mark;

struct Line {
  std::string_view code;
  const char* message;
};

// clang-format off
constexpr Line table[] = {
    {"bad_instant",   mark("This is not an instant; write 2026-05-20T09:00:00+08:00 or \"2026-05-20 09:00\".")},
    {"bad_date",      mark("This is not a date; write 2026-05-20.")},
    {"unknown_zone",  mark("There is no such time zone.")},
};
// clang-format on

}  // namespace

std::string fault_words(const Language& language, std::string_view code, std::string_view english) {
  const auto* found = std::ranges::find(table, code, &Line::code);
  if (!language.chinese() || found == std::end(table)) return std::string(english);
  return language.translate(found->message) + " (" + std::string(english) + ")";
}

}  // namespace cli
