#pragma once

#include "storage/connection.hpp"
#include "storage/sqlite_store.hpp"

#include <string>
#include <vector>

namespace storage {

/// What differs from a fresh database of this program, one marked English sentence each: a table, index or guard that
/// is missing, changed or foreign; counts that a recount does not confirm; a clock whose work-list columns are not its
/// own; a series whose value no counting can have given. Empty if all is well.
[[nodiscard]] std::vector<std::string> check_schema(SqliteStore& store);

}  // namespace storage
