#pragma once

#include "workflows/row.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace workflows {

/// A row of any table in words.
struct DrawnRow {
  std::string_view table;  // "dispute", "custody", "aside"
  std::string from, to;
  Event event;
  bool stays;
  Effects effects;
  std::span<const Guard> guards;
};

/// All rows, table by table; a line beside the path stands once, its states joined by a space.
[[nodiscard]] std::vector<DrawnRow> drawn_rows();

/// The names of the questions, joined; of the choices, likewise.
[[nodiscard]] std::string questions_of(const DrawnRow& row);
/// What happens to the clocks, e.g. "meet reception, start plan".
[[nodiscard]] std::string clocks_of(const Effects& effects);
[[nodiscard]] std::string_view name(Custody custody);

}  // namespace workflows
