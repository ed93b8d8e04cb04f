#include "tests/storage/fault_disk.hpp"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <new>
#include <random>

#include <sqlite3.h>
#include <unistd.h>

namespace tests {
namespace {

constexpr std::int64_t sector = 512;
FaultDisk* disk = nullptr;

struct File {
  sqlite3_file base;
  const char* name;  // null for a file that is gone with the process
  [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* as_file(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return as_file(file)->real(); }
sqlite3_vfs* system_vfs() { return sqlite3_vfs_find("unix"); }

int close_file(sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); }
int read_file(sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
  return real(f)->pMethods->xRead(real(f), to, n, at);
}

int write_file(sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
  if (const int code = disk->next(SQLITE_IOERR_WRITE)) return code;
  const int code = real(f)->pMethods->xWrite(real(f), from, n, at);
  if (code == SQLITE_OK && as_file(f)->name) disk->wrote(as_file(f)->name, at, from, n);
  return code;
}

int truncate_file(sqlite3_file* f, sqlite3_int64 size) {
  if (const int code = disk->next(SQLITE_IOERR_TRUNCATE)) return code;
  if (as_file(f)->name) disk->cut(as_file(f)->name, size);
  return real(f)->pMethods->xTruncate(real(f), size);
}

int sync_file(sqlite3_file* f, int) {
  if (const int code = disk->next(SQLITE_IOERR_FSYNC)) return code;
  if (as_file(f)->name) disk->synced(as_file(f)->name);
  return SQLITE_OK;
}

int size_of_file(sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); }
int lock_file(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
int unlock_file(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
int check_lock(sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); }
int control_file(sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); }
int sector_size(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
int characteristics(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
int shm_lock(sqlite3_file* f, int from, int n, int flags) {
  return real(f)->pMethods->xShmLock(real(f), from, n, flags);
}
void shm_barrier(sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); }
int shm_unmap(sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); }

const sqlite3_io_methods methods{
    2,         close_file,  read_file,  write_file,   truncate_file, sync_file,       size_of_file,
    lock_file, unlock_file, check_lock, control_file, sector_size,   characteristics, shm_map,
    shm_lock,  shm_barrier, shm_unmap,  nullptr,      nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* f, int flags, int* out_flags) {
  f->pMethods = nullptr;
  if (const int code = disk->next(SQLITE_CANTOPEN)) return code;
  as_file(f)->name = (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) ? name : nullptr;
  const int code = system_vfs()->xOpen(system_vfs(), name, real(f), flags, out_flags);
  if (real(f)->pMethods) f->pMethods = &methods;
  return code;
}

int delete_file(sqlite3_vfs*, const char* name, int sync_folder) {
  if (const int code = disk->next(SQLITE_IOERR_DELETE)) return code;
  disk->removed(name);
  return system_vfs()->xDelete(system_vfs(), name, sync_folder);
}

sqlite3_vfs& our_vfs() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs made = *system_vfs();  // everything but opening and deleting is the system's
    made.zName = FaultDisk::name();
    made.szOsFile = static_cast<int>(sizeof(File)) + system_vfs()->szOsFile;
    made.xOpen = open_file;
    made.xDelete = delete_file;
    made.pNext = nullptr;
    return made;
  }();
  return vfs;
}

}  // namespace

FaultDisk::FaultDisk(Fault fault, int at) : fault_(fault), at_(at) {
  disk = this;
  sqlite3_vfs_register(&our_vfs(), 0);
}

FaultDisk::~FaultDisk() {
  sqlite3_vfs_unregister(&our_vfs());
  disk = nullptr;
}

int FaultDisk::next(int failure_code) {
  ++count_;
  if (full_ && failure_code == SQLITE_IOERR_WRITE) return SQLITE_FULL;
  if (at_ == 0 || count_ < at_) return SQLITE_OK;
  switch (fault_) {
    case Fault::None: return SQLITE_OK;
    case Fault::InputOutput: return count_ == at_ ? failure_code : SQLITE_OK;
    case Fault::Full: return count_ == at_ ? SQLITE_FULL : SQLITE_OK;
    case Fault::PowerLoss: return failure_code;
    case Fault::Kill: kill(getpid(), SIGKILL);
  }
  return SQLITE_OK;
}

void FaultDisk::wrote(const std::string& file, std::int64_t offset, const void* bytes, int count) {
  files_[file].since.push_back({offset, false, {static_cast<const char*>(bytes), static_cast<std::size_t>(count)}});
}

void FaultDisk::cut(const std::string& file, std::int64_t size) { files_[file].since.push_back({size, true, {}}); }

void FaultDisk::synced(const std::string& file) {
  Image& image = files_[file];
  for (const Change& change : image.since) apply(image.durable, change, [] { return true; });
  image.since.clear();
}

void FaultDisk::removed(const std::string& file) { files_.erase(file); }

// A write survives sector by sector.
void FaultDisk::apply(std::string& image, const Change& change, const std::function<bool()>& survives) {
  if (change.is_cut) {
    if (survives()) image.resize(static_cast<std::size_t>(change.offset));
    return;
  }
  const auto end = change.offset + static_cast<std::int64_t>(change.bytes.size());
  for (std::int64_t from = change.offset; from < end;) {
    const std::int64_t to = std::min(end, (from / sector + 1) * sector);
    if (survives()) {
      if (image.size() < static_cast<std::size_t>(to)) image.resize(static_cast<std::size_t>(to));
      std::memcpy(image.data() + from, change.bytes.data() + (from - change.offset),
                  static_cast<std::size_t>(to - from));
    }
    from = to;
  }
}

void FaultDisk::leave_in(const std::string& folder, unsigned seed) const {
  std::mt19937 random{seed};
  for (const auto& [path, image] : files_) {
    std::string left = image.durable;
    for (const Change& change : image.since) apply(left, change, [&] { return random() % 2 == 0; });
    const auto name = std::filesystem::path{path}.filename();
    std::ofstream{std::filesystem::path{folder} / name, std::ios::binary} << left;
  }
}

}  // namespace tests
