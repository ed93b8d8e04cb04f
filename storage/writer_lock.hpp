#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace storage {

/// The one lock under which every process writes and checkpoints a database: an open-file-description lock on the
/// sidecar `<database>-lock`. Waiters are served in the order they came; the kernel frees the lock of a dead process.
/// Needed because SQLite before 3.51.3 can lose a commit when a writer and a checkpoint meet (the WAL-reset bug).
class WriterLock {
 public:
  using Clock = std::chrono::steady_clock;

  explicit WriterLock(const std::string& database);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

  /// False if another process held it until `limit`. Throws engine::Error if the sidecar cannot be made.
  [[nodiscard]] bool lock_until(Clock::time_point limit);
  void unlock();
  /// Lets whoever watches the sidecar (see ChangeWatch) look for what was committed. Only while the lock is held.
  void announce() const noexcept;

  /// The sidecar of a database.
  [[nodiscard]] static std::string path_for(const std::string& database) { return database + "-lock"; }
  /// The process id that holds the lock of `database` now, as far as it told; 0 if it told none, nothing if it is free.
  [[nodiscard]] static std::optional<std::int64_t> holder(const std::string& database);

 private:
  void open_current();
  bool take_if_nobody_waits();
  bool wait_in_line(Clock::time_point limit);
  void sign();

  std::string path_;
  int file_ = -1;
};

}  // namespace storage
