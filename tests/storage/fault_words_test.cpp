#include "storage/fault.hpp"

#include <utility>

#include <catch2/catch.hpp>
#include <sqlite3.h>

using Kind = engine::Error::Kind;

TEST_CASE("what SQLite reports becomes a word for programs and a sentence for people", "[faults]") {
  const auto [code, word, kind] = GENERATE(table<int, std::string, Kind>({
      {SQLITE_BUSY, "busy", Kind::Busy},
      {SQLITE_BUSY_SNAPSHOT, "busy", Kind::Busy},
      {SQLITE_FULL, "disk_full", Kind::Fault},
      {SQLITE_READONLY, "read_only", Kind::Fault},
      {SQLITE_READONLY_DIRECTORY, "read_only", Kind::Fault},
      {SQLITE_NOTADB, "not_a_database", Kind::Fault},
      {SQLITE_CORRUPT, "corrupt", Kind::Fault},
      {SQLITE_CORRUPT_INDEX, "corrupt", Kind::Fault},
      {SQLITE_CANTOPEN, "cannot_open", Kind::Fault},
      {SQLITE_IOERR_FSYNC, "io_error", Kind::Fault},
      {SQLITE_TOOBIG, "too_big", Kind::Usage},
      {SQLITE_CONSTRAINT_UNIQUE, "already_stored", Kind::Conflict},
      {SQLITE_CONSTRAINT_TRIGGER, "history_refused", Kind::Conflict},
      {SQLITE_MISUSE, "storage_fault", Kind::Fault},
  }));
  const engine::Error error = storage::fault_from(code, "detail");
  CHECK(error.code() == word);
  CHECK(error.kind() == kind);
  CHECK(std::string{error.what()}.ends_with("(detail)."));
}
