#pragma once

#include <string>

namespace storage {

/// The name of a SQLite VFS that is `base` (empty: the system's), but gathers what a transaction writes to the
/// write-ahead log and hands it on in one piece. SQLite writes each page by two calls, and a call into the kernel costs
/// as much as copying many pages. Nothing is held back from a sync: what was answered is on the disk as before, and
/// what has not been synced is lost in a crash as before. Registered at the first use. Thread-safe.
[[nodiscard]] std::string gathered_log(const std::string& base);

}  // namespace storage
