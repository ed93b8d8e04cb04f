#include "storage/connection.hpp"

#include "engine/error.hpp"
#include "storage/fault.hpp"
#include "storage/gathered_log.hpp"

#include <filesystem>

#include <sqlite3.h>

namespace storage {
namespace {

int flags_of(const Options& options, Connection::Mode mode) {
  if (mode == Connection::Mode::ReadOnly) return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
  return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (options.create ? SQLITE_OPEN_CREATE : 0);
}

void refuse_what_is_no_file(const std::string& path, const Options& options, Connection::Mode mode) {
  const bool must_exist = !options.create || mode == Connection::Mode::ReadOnly;
  if (must_exist && !std::filesystem::exists(path))
    throw engine::Error(engine::Error::Kind::NotFound, "no_database",
                        "There is no database at " + path + "; make one with init, or name another with --db.");
  if (std::filesystem::is_directory(path))
    throw engine::Error(engine::Error::Kind::Fault, "cannot_open", path + " is a folder; name a file with --db.");
}

std::optional<StandingFile> standing_file(const std::string& path, const Options& options, Connection::Mode mode) {
  refuse_what_is_no_file(path, options, mode);
  return mode == Connection::Mode::ReadOnly ? StandingFile::of(path) : std::nullopt;
}

SQLite::Database open(const std::string& path, const std::optional<StandingFile>& standing, const Options& options,
                      Connection::Mode mode) {
  const int flags = flags_of(options, mode) | (standing ? SQLITE_OPEN_URI : 0);
  return translated([&] {
    return SQLite::Database(standing ? standing->address() : path, flags, static_cast<int>(options.busy_limit.count()),
                            gathered_log(options.vfs));
  });
}

// Only settings of the connection: the file is not touched before it is known to be ours.
constexpr const char* settings =
    "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF; PRAGMA recursive_triggers=ON;";

// What a savepoint must be able to undo stays in memory: a work of some pages would make a file for it.
constexpr const char* writers_settings = "PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY";

// Counting memory would take a lock of the whole process at every allocation, on all connections alike.
const bool memory_is_not_counted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;

int remember_wal_pages(void* pages, sqlite3*, const char*, int count) {
  *static_cast<int*>(pages) = count;
  return SQLITE_OK;
}

}  // namespace

Connection::Connection(const std::string& path, const Options& options, Mode mode)
    : standing_(standing_file(path, options, mode)),
      database_(open(path, standing_, options, mode)),
      statements_(database_.getHandle()),
      busy_limit_(static_cast<int>(options.busy_limit.count())) {
  sqlite3* handle = database_.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  script(settings);
  script(mode == Mode::ReadOnly ? "PRAGMA cache_size=-4096" : writers_settings);
  sqlite3_wal_hook(handle, remember_wal_pages, &wal_pages_);  // stands in the place of the automatic checkpoint
}

void Connection::script(const std::string& sql) {
  translated([&] { database_.exec(sql); });
}

std::int64_t Connection::number(const char* sql) {
  Query query = take(sql);
  std::int64_t found = 0;
  if (query.step()) query.row() >> found;
  return found;
}

bool Connection::idle() { return sqlite3_get_autocommit(database_.getHandle()) != 0; }

bool Connection::writable() { return sqlite3_db_readonly(database_.getHandle(), "main") == 0; }

void Connection::refuse_if_moved() const {
  if (standing_) standing_->refuse_if_moved();
}

bool Connection::checkpoint(Log log) {
  sqlite3* handle = database_.getHandle();
  const int mode = log == Log::Empty ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
  int in_log = 0, moved = 0;
  sqlite3_busy_timeout(handle, 0);
  const int code = sqlite3_wal_checkpoint_v2(handle, "main", mode, &in_log, &moved);
  sqlite3_busy_timeout(handle, busy_limit_);
  if (code != SQLITE_OK && code != SQLITE_BUSY)
    throw fault_from(sqlite3_extended_errcode(handle), sqlite3_errmsg(handle));
  return code == SQLITE_OK && in_log == moved;
}

}  // namespace storage
