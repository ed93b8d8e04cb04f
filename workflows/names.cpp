#include "workflows/names.hpp"

#include <array>

namespace workflows {

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  constexpr std::array<std::string_view, 6> between{"、", "；", "，", ";", ",", "\n"};
  while (!text.empty()) {
    auto end = text.size();
    std::size_t gap = 0;
    for (const auto sign : between)
      if (const auto at = text.find(sign); at < end) end = at, gap = sign.size();
    if (auto name = trimmed(text.substr(0, end)); !name.empty()) names.push_back(std::move(name));
    text.remove_prefix(end + gap);
  }
  return names;
}

}  // namespace workflows
