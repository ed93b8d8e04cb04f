#pragma once

#include "engine/history.hpp"

#include <array>
#include <string>
#include <string_view>

namespace cli {

/// The columns of an exported history, in this order.
inline constexpr std::array<std::string_view, 16> history_columns{
    "case_id", "seq",    "event",  "state_before", "state_after", "occurred_at", "recorded_at", "actor",
    "centre",  "holder", "origin", "late_entry",   "fields",      "clocks",      "prev_hash",   "hash"};

/// Appends the entry as one line of JSON; instants are RFC 3339 in UTC, `fields` is an object. Nothing is lost.
void add_history_line(std::string& out, const engine::HistoryEntry& entry);
/// Appends the entry as one CSV row, for a spreadsheet: formulas are neutralised, so it is no way back.
void add_history_row(std::string& out, const engine::HistoryEntry& entry);
/// Reads a line that `add_history_line` wrote. Throws engine::Error (Usage) on anything else; the hash is not checked.
[[nodiscard]] engine::HistoryEntry history_from_line(const std::string& line);

}  // namespace cli
