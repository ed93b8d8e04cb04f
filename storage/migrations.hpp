#pragma once

#include "storage/connection.hpp"

#include <string_view>
#include <vector>

namespace storage {

/// One named step of the schema; the name is stored and never changes.
struct Migration {
  std::string_view name;
  std::string_view sql;
};

/// All steps this program knows, in order.
[[nodiscard]] const std::vector<Migration>& migrations();

/// True if the file holds nothing at all yet.
[[nodiscard]] bool is_empty(Connection& connection);

/// Refuses a file that is not ours ("other_program", "not_a_database") or newer than this program ("database_newer");
/// gives the steps that are still to be applied.
[[nodiscard]] std::vector<Migration> pending(Connection& connection);

/// Applies the steps, each in a transaction of its own. Only under the writer lock.
void migrate(Connection& connection);

}  // namespace storage
