#include "cli/table.hpp"

#include "cli/terminal.hpp"
#include "cli/text.hpp"

#include <algorithm>
#include <numeric>

namespace cli {
namespace {

using Cells = std::vector<std::string>;
using Widths = std::vector<std::size_t>;
constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 8;

void widen(Widths& widths, const Cells& cells) {
  for (std::size_t at = 0; at < widths.size() && at < cells.size(); ++at) {
    widths[at] = std::max(widths[at], width(cells[at]));
  }
}

std::size_t total(const Widths& widths) {
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + gap * (widths.size() - 1);
}

void narrow(Widths& widths, std::size_t columns) {
  while (total(widths) > columns) {
    const auto widest = std::max_element(widths.begin() + 1, widths.end());
    if (*widest <= narrowest) return;
    --*widest;
  }
}

std::string drawn(const Cells& cells, const Widths& widths) {
  std::string line;
  for (std::size_t at = 0; at < widths.size(); ++at) {
    if (at > 0) line.append(gap, ' ');
    line += fit(at < cells.size() ? cells[at] : std::string(), widths[at]);
  }
  while (line.ends_with(' ')) line.pop_back();
  return line + "\n";
}

}  // namespace

std::string draw_table(const Cells& heading, const std::vector<Cells>& rows) {
  Widths widths(heading.size(), 0);
  widen(widths, heading);
  for (const auto& row : rows) widen(widths, row);
  if (const auto columns = terminal_columns()) narrow(widths, *columns);
  Cells dashes;
  for (const auto each : widths) dashes.emplace_back(each, '-');
  auto text = drawn(heading, widths) + drawn(dashes, widths);
  for (const auto& row : rows) text += drawn(row, widths);
  return text;
}

}  // namespace cli
