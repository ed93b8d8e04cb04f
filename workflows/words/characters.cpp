#include "workflows/words/characters.hpp"

#include <utf8proc.h>

namespace workflows {
namespace {

bool control(std::int32_t code) { return code < 0x20 || (code >= 0x7f && code < 0xa0); }

// Bidirectional overrides could make a line read differently from what it says.
bool deceptive(std::int32_t code) { return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069); }

}  // namespace

// An invalid byte is taken as one character of its own, so that any text can be walked.
Character first_of(std::string_view text) {
  utf8proc_int32_t code = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (size <= 0) return {-1, text.substr(0, 1)};
  return {code, text.substr(0, static_cast<std::size_t>(size))};
}

std::string one_line(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto next = first_of(text);
    if (next.code < 0) {
      result += "?";
    } else if (control(next.code) || deceptive(next.code)) {
      result += " ";
    } else {
      result += next.bytes;
    }
    text.remove_prefix(next.bytes.size());
  }
  return result;
}

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto next = first_of(text.substr(at));
    const bool plain = next.code >= 0 && (!control(next.code) || next.code == '\n' || next.code == '\t');
    if (!plain) return at;
    at += next.bytes.size();
  }
  return std::nullopt;
}

std::string mask(std::string_view name) {
  return name.empty() ? std::string() : std::string(first_of(name).bytes) + "**";
}

}  // namespace workflows
