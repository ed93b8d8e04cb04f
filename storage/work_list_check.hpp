#pragma once

#include "storage/connection.hpp"

#include <string>
#include <vector>

namespace storage {

/// Compares what work lists and alerts are read from, the columns that a running clock carries beside its values, with
/// the same columns made anew from the clock, its case and its alerts. Adds one sentence to `out` for each that
/// differs, and for each that a clock carries which does not count; after a few cases it only says that there are more.
void check_work_list(Connection& connection, const std::string& org, std::vector<std::string>& out);

}  // namespace storage
