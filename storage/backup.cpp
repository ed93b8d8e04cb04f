#include "storage/backup.hpp"

#include "engine/error.hpp"
#include "storage/fault.hpp"
#include "storage/migrations.hpp"
#include "storage/snapshot.hpp"

#include <filesystem>
#include <memory>

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace storage {
namespace {

namespace fs = std::filesystem;
using engine::Error;

constexpr int pages_at_once = 256;

void sync_path(const fs::path& path, int flags) {
  const int file = open(path.c_str(), flags | O_CLOEXEC);
  const bool synced = file >= 0 && fsync(file) == 0;
  if (file >= 0) close(file);
  if (!synced)
    throw Error(Error::Kind::Fault, "io_error", "The disk did not confirm " + path.string() + "; try again.");
}

void rename_durably(const fs::path& from, const fs::path& to) {
  sync_path(from, O_RDWR);
  fs::rename(from, to);
  sync_path(fs::absolute(to).parent_path(), O_RDONLY | O_DIRECTORY);
}

void refuse_damaged(Connection& connection, const std::string& path) {
  Query query = connection.take("PRAGMA integrity_check(1)");
  std::string verdict;
  if (query.step()) query.row() >> verdict;
  if (verdict != "ok")
    throw Error(Error::Kind::Fault, "corrupt",
                "The database " + path + " is damaged (" + verdict + "); nothing was changed.");
}

// A file under construction, removed unless it was given its name.
class Partial {
 public:
  explicit Partial(const std::string& target) : path_(target + ".partial-" + std::to_string(getpid())) { drop(); }
  ~Partial() { drop(); }
  Partial(const Partial&) = delete;
  Partial& operator=(const Partial&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  void drop() {
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(path_ + end, ignored);
  }
  std::string path_;
};

Options new_file() {
  Options options;
  options.create = true;
  return options;
}

void copy(Connection& from, Connection& to, const Progress& progress) {
  const Snapshot snapshot{from};  // without it every write of another process would start the copy again
  translated([&] {
    SQLite::Backup work{to.database(), from.database()};
    while (work.executeStep(pages_at_once) != SQLITE_DONE) {
      const int all = work.getTotalPageCount();
      if (progress && !progress(all - work.getRemainingPageCount(), all))
        throw Error(Error::Kind::Refused, "interrupted", "The copy was interrupted; nothing was left behind.");
    }
  });
}

// A checked copy of `from`, in one file without a log beside it, under the name `target`.
void copy_checked(Connection& from, const std::string& target, const Progress& progress) {
  const Partial partial{target};
  {
    Connection to{partial.path(), new_file(), Connection::Mode::ReadWrite};
    copy(from, to, progress);
    to.script("PRAGMA journal_mode=DELETE");
    refuse_damaged(to, partial.path());
  }
  rename_durably(partial.path(), target);
}

}  // namespace

void backup(SqliteStore& store, const std::string& target, const Progress& progress) {
  if (fs::exists(target))
    throw Error(Error::Kind::Refused, "backup_exists", "There is a file " + target + " already; name another.");
  store.inspect([&](Connection& connection) { copy_checked(connection, target, progress); });
}

namespace {

struct Extent {
  std::int64_t entries = 0, last_recorded = 0;
};

Extent extent_of(Connection& connection) {
  return {connection.number("SELECT count(*) FROM history"),
          connection.number("SELECT coalesce(max(recorded_at), 0) FROM history")};
}

std::unique_ptr<Connection> open_ours(const std::string& path) {
  auto connection = std::make_unique<Connection>(path, Options{}, Connection::Mode::ReadWrite);
  if (is_empty(*connection))
    throw Error(Error::Kind::NotFound, "no_database", "The file " + path + " holds no database.");
  static_cast<void>(pending(*connection));
  return connection;
}

void refuse_loss(const std::string& target, const Extent& source) {
  const Extent known = extent_of(*open_ours(target));
  if (known.entries <= source.entries && known.last_recorded <= source.last_recorded) return;
  throw Error(Error::Kind::Refused, "target_newer",
              "The database " + target + " has " + std::to_string(known.entries) + " entries of history, the backup " +
                  std::to_string(source.entries) + "; nothing was changed. Say force to put the backup in its place.");
}

// Its log belongs to it and goes along.
std::string put_aside(const std::string& target) {
  std::string kept;
  for (int n = 1; kept.empty() || fs::exists(kept); ++n) kept = target + ".before-restore-" + std::to_string(n);
  if (fs::exists(target + "-wal")) fs::rename(target + "-wal", kept + "-wal");
  fs::rename(target, kept);
  std::error_code ignored;
  fs::remove(target + "-shm", ignored);
  return kept;
}

// Writers of every process stand still while the file is exchanged.
class Exclusive {
 public:
  explicit Exclusive(const std::string& target) : lock_(target) {
    if (!lock_.lock_until(WriterLock::Clock::now() + Options{}.busy_limit))
      throw Error(Error::Kind::Busy, "busy",
                  "The database is busy with another writer; nothing was changed, try again.");
  }
  ~Exclusive() { lock_.unlock(); }
  Exclusive(const Exclusive&) = delete;
  Exclusive& operator=(const Exclusive&) = delete;

 private:
  WriterLock lock_;
};

}  // namespace

Restored restore(const std::string& source, const std::string& target, bool force) {
  const auto from = open_ours(source);
  refuse_damaged(*from, source);
  const Exclusive turn{target};
  const bool stands = fs::exists(target);
  if (stands && !force) refuse_loss(target, extent_of(*from));
  const Partial partial{target};
  {
    Connection to{partial.path(), new_file(), Connection::Mode::ReadWrite};
    copy(*from, to, {});
    to.script("PRAGMA journal_mode=DELETE");
    to.script("PRAGMA journal_mode=WAL");
  }
  Restored done;
  if (stands) done.kept = put_aside(target);
  rename_durably(partial.path(), target);
  return done;
}

}  // namespace storage
