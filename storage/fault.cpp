#include "storage/fault.hpp"

#include <algorithm>
#include <array>

#include <sqlite3.h>

namespace storage {
namespace {

using Kind = engine::Error::Kind;

struct Known {
  int code;
  Kind kind;
  const char* word;
  const char* sentence;
};

// Extended codes stand before the primary code they belong to.
constexpr std::array<Known, 15> known{{
    {SQLITE_CONSTRAINT_TRIGGER, Kind::Conflict, "history_refused", "The database refuses to break its own record"},
    {SQLITE_CONSTRAINT_UNIQUE, Kind::Conflict, "already_stored", "This is stored already; nothing was written twice"},
    {SQLITE_CONSTRAINT_PRIMARYKEY, Kind::Conflict, "already_stored",
     "This is stored already; nothing was written twice"},
    {SQLITE_CONSTRAINT, Kind::Conflict, "constraint", "The database refuses a row that contradicts another"},
    {SQLITE_BUSY, Kind::Busy, "busy", "The database is busy with another writer; nothing was written, try again"},
    {SQLITE_LOCKED, Kind::Busy, "busy", "The database is busy with another writer; nothing was written, try again"},
    {SQLITE_FULL, Kind::Fault, "disk_full", "The disk is full; nothing was written, free some space and try again"},
    {SQLITE_READONLY, Kind::Fault, "read_only",
     "The database can only be read here; check the rights of the file and its folder"},
    {SQLITE_PERM, Kind::Fault, "read_only",
     "The database can only be read here; check the rights of the file and its folder"},
    {SQLITE_NOTADB, Kind::Fault, "not_a_database", "The file is not a database; check its name"},
    {SQLITE_CORRUPT, Kind::Fault, "corrupt",
     "The database file is damaged; run doctor, then restore the last good backup"},
    {SQLITE_CANTOPEN, Kind::Fault, "cannot_open",
     "The database cannot be opened; check its name, its folder and their rights"},
    {SQLITE_IOERR, Kind::Fault, "io_error",
     "The disk reported an error; what was answered before is kept, check the disk"},
    {SQLITE_TOOBIG, Kind::Usage, "too_big", "A field is too big to be stored; shorten it"},
    {SQLITE_NOMEM, Kind::Fault, "no_memory", "There is not enough memory for this; nothing was written"},
}};

constexpr Known unknown{SQLITE_ERROR, Kind::Fault, "storage_fault", "The database could not do this"};

const Known& look_up(int extended) {
  const auto exact = std::find_if(known.begin(), known.end(), [&](const Known& k) { return k.code == extended; });
  if (exact != known.end()) return *exact;
  const auto primary =
      std::find_if(known.begin(), known.end(), [&](const Known& k) { return k.code == (extended & 0xff); });
  return primary != known.end() ? *primary : unknown;
}

}  // namespace

engine::Error fault_from(int extended_code, const std::string& detail) {
  const Known& found = look_up(extended_code);
  return {found.kind, found.word, std::string{found.sentence} + " (" + detail + ")."};
}

engine::Error fault_from(const SQLite::Exception& error) {
  return fault_from(error.getExtendedErrorCode(), error.what());
}

}  // namespace storage
