#include "cli/import/ledger_json.hpp"

#include "engine/json.hpp"
#include "engine/mark.hpp"

#include <array>
#include <limits>
#include <optional>

namespace cli {
namespace {

using engine::mark;
using nlohmann::json;
using workflows::Column;
using workflows::LedgerFault;
using workflows::LedgerRow;

/// Text as it stands, a number as it is written; nothing for what is no single value.
std::optional<std::string> text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return std::string();
  if (value.is_number()) return value.dump();
  return std::nullopt;
}

bool take_list(LedgerRow& row, const json& list) {
  for (const auto& name : list) {
    if (!name.is_string()) return false;
    if (const auto& text = name.get_ref<const std::string&>(); !text.empty()) row.parties.push_back(text);
  }
  return true;
}

bool take(LedgerRow& row, Column column, const json& value) {
  if (column == Column::Party && value.is_array()) return take_list(row, value);
  auto text = text_of(value);
  if (!text) return false;
  row[column] = *std::move(text);
  return true;
}

}  // namespace

std::variant<LedgerRow, LedgerFault> row_from_json(const std::string& line,
                                                   const std::function<void(const std::string&)>& ignored) {
  const auto object = json::parse(line, nullptr, false);
  if (!object.is_object()) return LedgerFault{"unreadable", mark("the line is not a JSON object"), {}};
  LedgerRow row;
  std::array<int, workflows::column_count> rank;
  rank.fill(std::numeric_limits<int>::max());
  for (const auto& [key, value] : object.items()) {
    const auto heading = workflows::heading_named(key);
    if (!heading || heading->rank > rank[static_cast<std::size_t>(heading->column)]) {
      ignored(key);
      continue;
    }
    rank[static_cast<std::size_t>(heading->column)] = heading->rank;
    if (!take(row, heading->column, value)) return LedgerFault{"unreadable", mark("\"{0}\" does not hold text"), {key}};
  }
  return row;
}

}  // namespace cli
