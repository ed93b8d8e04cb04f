#pragma once

#include "storage/sqlite_store.hpp"

#include <functional>
#include <string>

namespace storage {

/// Called with pages done and pages in all; false interrupts.
using Progress = std::function<bool(int done, int all)>;

/// Copies the database as it stands now to `target` while others go on writing. The copy is checked before it takes its
/// name, so a file called `target` is always whole. Throws engine::Error: backup_exists, interrupted, corrupt,
/// disk_full.
void backup(SqliteStore& store, const std::string& target, const Progress& progress = {});

/// What `restore` did.
struct Restored {
  std::string kept;  // where the database that stood there before is kept, empty if there was none
};

/// Puts the backup `source` in the place of `target`, under the writer lock; what stood there is kept beside it.
/// Without `force` it refuses a target that is another program's (other_program) or knows more than the backup
/// (target_newer). Throws engine::Error also for a source that is damaged, not ours, or newer than this program.
Restored restore(const std::string& source, const std::string& target, bool force = false);

}  // namespace storage
