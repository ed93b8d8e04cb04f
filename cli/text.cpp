#include "cli/text.hpp"

#include <utf8proc.h>

namespace cli {
namespace {

struct Character {
  std::int32_t code;
  std::string_view bytes;
};

// An invalid byte is taken as one character of its own, so that any text can be walked.
Character first_of(std::string_view text) {
  utf8proc_int32_t code = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (size <= 0) return {-1, text.substr(0, 1)};
  return {code, text.substr(0, static_cast<std::size_t>(size))};
}

std::size_t columns_of(const Character& character) {
  return character.code < 0 ? 1 : static_cast<std::size_t>(utf8proc_charwidth(character.code));
}

bool control(std::int32_t code) { return code < 0x20 || (code >= 0x7f && code < 0xa0); }

// Bidirectional overrides could make a line read differently from what it says.
bool deceptive(std::int32_t code) { return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069); }

std::string head(std::string_view text, std::size_t columns) {
  std::string result;
  std::size_t used = 0;
  while (!text.empty()) {
    const auto next = first_of(text);
    if (used + columns_of(next) > columns) break;
    used += columns_of(next);
    result += next.bytes;
    text.remove_prefix(next.bytes.size());
  }
  return result;
}

}  // namespace

std::size_t width(std::string_view text) {
  std::size_t total = 0;
  while (!text.empty()) {
    const auto next = first_of(text);
    total += columns_of(next);
    text.remove_prefix(next.bytes.size());
  }
  return total;
}

std::string cut(std::string_view text, std::size_t columns) {
  if (width(text) <= columns) return std::string(text);
  return columns < 3 ? head(text, columns) : head(text, columns - 2) + "..";
}

std::string fit(std::string_view text, std::size_t columns) {
  auto result = cut(text, columns);
  result.append(columns - width(result), ' ');
  return result;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  std::size_t space = std::string::npos;  // where the line may be broken
  while (!text.empty()) {
    const auto next = first_of(text);
    text.remove_prefix(next.bytes.size());
    if (next.bytes == "\n") {
      lines.emplace_back();
      used = 0;
      space = std::string::npos;
      continue;
    }
    if (used + columns_of(next) > columns && next.bytes != " ") {
      std::string rest;
      if (space != std::string::npos) {
        rest = lines.back().substr(space);
        lines.back().resize(space);
        while (!lines.back().empty() && lines.back().back() == ' ') lines.back().pop_back();
      }
      used = width(rest);
      lines.push_back(std::move(rest));
      space = std::string::npos;
    }
    if (next.bytes == " " && lines.back().empty() && lines.size() > 1) continue;
    lines.back() += next.bytes;
    used += columns_of(next);
    if (next.bytes == " " || columns_of(next) == 2) space = lines.back().size();
  }
  return lines;
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

}  // namespace cli
