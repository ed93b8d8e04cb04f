#include "storage/gathered_log.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <vector>

#include <sqlite3.h>

namespace storage {
namespace {

// The unix VFS of SQLite takes at most so many bytes in one write (os_unix.c cuts the count to 17 bits).
constexpr std::size_t most_gathered = 0x1FFFF;

/// An open log: what was written last and not handed on yet, and behind it the file of the base.
struct Log {
  sqlite3_file as_sqlite_sees_it;
  std::vector<char> gathered;
  sqlite3_int64 from;  // where in the file the gathered bytes belong

  [[nodiscard]] sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  [[nodiscard]] const sqlite3_io_methods& base() { return *file()->pMethods; }
  [[nodiscard]] sqlite3_int64 end() const { return from + static_cast<sqlite3_int64>(gathered.size()); }
  /// After a failure nothing is gathered either: SQLite takes the transaction back.
  int hand_on() {
    if (gathered.empty()) return SQLITE_OK;
    const int code = base().xWrite(file(), gathered.data(), static_cast<int>(gathered.size()), from);
    gathered.clear();
    return code;
  }
};

Log& log_of(sqlite3_file* file) { return *reinterpret_cast<Log*>(file); }

/// Hands on what was gathered, then does what was asked.
template <class Then>
int after_handing_on(sqlite3_file* file, Then&& then) {
  Log& log = log_of(file);
  const int code = log.hand_on();
  return code == SQLITE_OK ? then(log) : code;
}

int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) try {
  Log& log = log_of(file);
  const auto* first = static_cast<const char*>(bytes);
  if (at != log.end() || log.gathered.size() + static_cast<std::size_t>(count) > most_gathered)
    if (const int code = log.hand_on()) return code;
  if (log.gathered.empty()) log.from = at;
  log.gathered.insert(log.gathered.end(), first, first + count);
  return SQLITE_OK;
} catch (const std::bad_alloc&) {
  return SQLITE_IOERR_NOMEM;
}

int close(sqlite3_file* file) {
  Log& log = log_of(file);
  const int handed_on = log.hand_on(), closed = log.base().xClose(log.file());
  log.~Log();
  return handed_on == SQLITE_OK ? closed : handed_on;
}

int read(sqlite3_file* file, void* into, int count, sqlite3_int64 at) {
  return after_handing_on(file, [&](Log& log) { return log.base().xRead(log.file(), into, count, at); });
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return after_handing_on(file, [&](Log& log) { return log.base().xTruncate(log.file(), size); });
}
int sync(sqlite3_file* file, int flags) {
  return after_handing_on(file, [&](Log& log) { return log.base().xSync(log.file(), flags); });
}
int size(sqlite3_file* file, sqlite3_int64* bytes) {
  return after_handing_on(file, [&](Log& log) { return log.base().xFileSize(log.file(), bytes); });
}
int control(sqlite3_file* file, int what, void* with) {
  return after_handing_on(file, [&](Log& log) { return log.base().xFileControl(log.file(), what, with); });
}
// A log is never locked: the locks are those of the database's shared memory.
int lock(sqlite3_file* file, int level) { return log_of(file).base().xLock(log_of(file).file(), level); }
int unlock(sqlite3_file* file, int level) { return log_of(file).base().xUnlock(log_of(file).file(), level); }
int reserved(sqlite3_file* file, int* out) { return log_of(file).base().xCheckReservedLock(log_of(file).file(), out); }
int sector(sqlite3_file* file) { return log_of(file).base().xSectorSize(log_of(file).file()); }
int traits(sqlite3_file* file) { return log_of(file).base().xDeviceCharacteristics(log_of(file).file()); }

/// Version 1: a log is neither mapped nor has it shared memory of its own.
constexpr sqlite3_io_methods methods{1,       close,   read,     write,   truncate, sync,   size,
                                     lock,    unlock,  reserved, control, sector,   traits, nullptr,
                                     nullptr, nullptr, nullptr,  nullptr, nullptr};

/// A VFS over another. Everything but the opening of a log is the base's.
struct Gathering {
  explicit Gathering(sqlite3_vfs* over)
      : base(over), name("maotiao-gathered-log-" + std::string(over->zName)), vfs(*over) {
    vfs.zName = name.c_str();
    vfs.szOsFile = static_cast<int>(sizeof(Log)) + over->szOsFile;
    vfs.xOpen = open;
    vfs.pNext = nullptr;
  }

  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags);

  sqlite3_vfs* base;
  std::string name;
  sqlite3_vfs vfs;
};

std::mutex registering;
std::map<std::string, std::unique_ptr<Gathering>>& registered() {
  static std::map<std::string, std::unique_ptr<Gathering>> all;
  return all;
}

sqlite3_vfs* base_of(const sqlite3_vfs* vfs) {
  const std::lock_guard lock(registering);
  for (const auto& [name, gathering] : registered())
    if (&gathering->vfs == vfs) return gathering->base;
  return nullptr;
}

int Gathering::open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  sqlite3_vfs* base = base_of(vfs);
  if ((flags & SQLITE_OPEN_WAL) == 0) return base->xOpen(base, path, file, flags, out_flags);
  auto* log = new (file) Log{};
  log->file()->pMethods = nullptr;
  const int code = base->xOpen(base, path, log->file(), flags, out_flags);
  if (log->file()->pMethods != nullptr)
    file->pMethods = &methods;
  else
    log->~Log();
  return code;
}

}  // namespace

std::string gathered_log(const std::string& base) {
  sqlite3_vfs* over = sqlite3_vfs_find(base.empty() ? nullptr : base.c_str());
  if (over == nullptr) return base;  // SQLite says itself that there is none
  const std::lock_guard lock(registering);
  auto& gathering = registered()[over->zName];
  if (!gathering) {
    gathering = std::make_unique<Gathering>(over);
    sqlite3_vfs_register(&gathering->vfs, 0);
  }
  return gathering->name;
}

}  // namespace storage
