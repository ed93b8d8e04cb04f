#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace storage {

/// How a database is opened.
struct Options {
  std::string org = "main";                    // the organisation whose rows are seen
  std::chrono::milliseconds busy_limit{5000};  // how long a writer waits for its turn
  std::int64_t wal_limit = 4 * 1024 * 1024;    // bytes of write-ahead log after which a write checkpoints it
  bool create = false;                         // make the file if there is none (or it is empty)
  std::string vfs;                             // a registered SQLite VFS, empty: the system's
};

}  // namespace storage
