#pragma once

#include "workflows/ledger.hpp"

#include <functional>
#include <string>
#include <variant>

namespace cli {

/// Reads one JSON object with the ledger's columns as keys (id type description parties[] ...). Keys that stand for
/// nothing are given to `ignored`.
[[nodiscard]] std::variant<workflows::LedgerRow, workflows::LedgerFault> row_from_json(
    const std::string& line, const std::function<void(const std::string&)>& ignored);

}  // namespace cli
