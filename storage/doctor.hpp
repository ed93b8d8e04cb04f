#pragma once

#include "storage/sqlite_store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace storage {

/// The state of a database and of the ground it stands on, for people who look after it.
struct DoctorFacts {
  std::string sqlite_version;
  bool wal_reset_bug =
      false;  // SQLite 3.7.0 to 3.51.2: two connections that write and checkpoint at once may lose a commit
  std::string journal_mode;
  std::int64_t file_bytes = 0;
  std::int64_t wal_bytes = 0;
  std::int64_t free_bytes = 0;                 // on the disk of the database, for this user
  std::optional<std::int64_t> lock_holder;     // process id of the writer at work now
  std::string schema;                          // name of the last migration
  std::vector<std::string> integrity;          // what SQLite's integrity check found; empty: nothing wrong
  std::vector<std::string> broken_references;  // what its foreign key check found
  std::vector<std::string> schema_findings;    // check_schema
};

/// Looks without changing anything. Reads the whole file.
[[nodiscard]] DoctorFacts doctor_facts(SqliteStore& store);

}  // namespace storage
