#include "cli/text.hpp"

#include <utf8proc.h>

namespace cli {
namespace {
using workflows::Character;
using workflows::first_of;

std::size_t columns_of(const Character& character) {
  return character.code < 0 ? 1 : static_cast<std::size_t>(utf8proc_charwidth(character.code));
}

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

}  // namespace cli
