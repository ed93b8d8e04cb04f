#pragma once

#include "workflows/ledger.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace workflows {

/// A row whose words have been understood: instants in order, the outcome known.
struct JudgedRow {
  std::string ref;
  engine::Instant arrived;
  std::optional<engine::Instant> received, planned, resolved, visited;
  std::optional<LedgerOutcome> outcome;
  std::string channel, type, description, receiver;
  std::vector<std::string> parties;
};

/// Understands the words of a row, or says which of them is wrong.
[[nodiscard]] std::variant<JudgedRow, LedgerFault> judge_row(const LedgerRow& row, const LedgerReading& reading);

}  // namespace workflows
