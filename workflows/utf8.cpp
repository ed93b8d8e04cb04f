#include "workflows/utf8.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace workflows {
namespace {

struct Lead {
  unsigned char first, last;  // range of the first byte
  unsigned char second_from, second_to;
  std::size_t length;
};

// RFC 3629 section 4: no overlong form, no surrogate, nothing above U+10FFFF.
constexpr std::array<Lead, 8> leads{{{0x01, 0x7F, 0, 0, 1},
                                     {0xC2, 0xDF, 0x80, 0xBF, 2},
                                     {0xE0, 0xE0, 0xA0, 0xBF, 3},
                                     {0xE1, 0xEC, 0x80, 0xBF, 3},
                                     {0xED, 0xED, 0x80, 0x9F, 3},
                                     {0xEE, 0xEF, 0x80, 0xBF, 3},
                                     {0xF0, 0xF0, 0x90, 0xBF, 4},
                                     {0xF1, 0xF4, 0x80, 0xBF, 4}}};

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

std::size_t sequence(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  for (const Lead& lead : leads) {
    if (first < lead.first || first > lead.last) continue;
    if (at + lead.length > text.size()) return 0;
    for (std::size_t i = 1; i < lead.length; ++i) {
      const unsigned char next = byte_at(text, at + i);
      const unsigned char from = i == 1 ? lead.second_from : 0x80, to = i == 1 ? lead.second_to : 0xBF;
      if (next < from || next > to) return 0;
    }
    const bool above_the_end = first == 0xF4 && byte_at(text, at + 1) > 0x8F;
    return above_the_end ? 0 : lead.length;
  }
  return 0;
}

// White_Space of Unicode, and the ones of no width (U+200B, U+FEFF).
constexpr std::string_view spaces[] = {" ",      "\t",     "\n",     "\v",     "\f",     "\r",     "\u0085",
                                       "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
                                       "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200B",
                                       "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"};

}  // namespace

std::optional<std::size_t> count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const std::size_t length = sequence(text, at);
    if (length == 0) return {};
    at += length;
  }
  return count;
}

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    const auto* space = std::ranges::find_if(spaces, [&](std::string_view one) { return text.starts_with(one); });
    if (space == std::end(spaces)) return false;
    text.remove_prefix(space->size());
  }
  return true;
}

}  // namespace workflows
