#pragma once

#include "engine/case_record.hpp"
#include "storage/connection.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <string>

namespace storage {

/// What is counted: `what` is "running", "on_time", "late", "stopped", "provisional" (of clocks, by name), "cases",
/// "open" (by state) or "entries".
struct Count {
  std::string what, centre, name;

  friend auto operator<=>(const Count&, const Count&) = default;
};

using Tally = std::map<Count, std::int64_t>;

/// Adds `times` (1 or -1) of everything that a case and its clocks are counted as.
void count_case(Tally& tally, const engine::CaseRecord& record, std::int64_t times);

/// Adds the differences to the stored counts and clears them.
void store_counts(Connection& connection, const std::string& org, Tally& differences);

/// The stored counts without zeros, and the same counted anew from the rows.
[[nodiscard]] Tally stored_counts(Connection& connection, const std::string& org);
[[nodiscard]] Tally recount(Connection& connection, const std::string& org);

}  // namespace storage
