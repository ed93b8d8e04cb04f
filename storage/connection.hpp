#pragma once

#include "storage/options.hpp"
#include "storage/rights.hpp"
#include "storage/statements.hpp"

#include <cstdint>
#include <optional>
#include <string>

#include <SQLiteCpp/Database.h>

namespace storage {

/// The number that marks our databases in the file header: "MTdb".
inline constexpr int application_id = 0x4d546462;

/// One connection as this program uses SQLite: WAL, synchronous FULL, foreign keys, no checkpoint but our own.
/// For one thread at a time.
class Connection {
 public:
  enum class Mode { ReadOnly, ReadWrite };

  /// Opens the file, which must exist unless `options.create`. ReadOnly also opens one that this user may not write.
  /// Throws engine::Error.
  Connection(const std::string& path, const Options& options, Mode mode);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] Query take(const char* sql) { return statements_.take(sql); }
  /// Runs one statement without parameters; `sql` must be a literal.
  void run(const char* sql) { statements_.take(sql).run(); }
  /// Runs a script of several statements.
  void script(const std::string& sql);
  [[nodiscard]] std::int64_t number(const char* sql);
  /// True outside of a transaction: SQLite has rolled back by itself if it was to be inside one.
  [[nodiscard]] bool idle();
  [[nodiscard]] bool writable();
  /// Throws engine::Error{busy} if the file is read past its log and somebody has written since it was opened.
  void refuse_if_moved() const;
  /// Pages in the write-ahead log after the last commit of this connection.
  [[nodiscard]] int wal_pages() const { return wal_pages_; }
  enum class Log { Keep, Empty };
  /// Moves the log into the database file, and empties the log's file if asked; waits for nobody. Only under the writer
  /// lock. False if a reader still needs part of the log.
  bool checkpoint(Log log = Log::Keep);

  [[nodiscard]] SQLite::Database& database() { return database_; }

 private:
  std::optional<StandingFile> standing_;
  SQLite::Database database_;
  Statements statements_;
  int busy_limit_;
  int wal_pages_ = 0;
};

}  // namespace storage
