#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>

namespace storage {

/// A mutex that serves its waiters in the order they came, each for at most a time.
class FairMutex {
 public:
  using Clock = std::chrono::steady_clock;

  /// False if the turn did not come before `limit`.
  [[nodiscard]] bool lock_until(Clock::time_point limit);
  void unlock();

 private:
  std::mutex mutex_;
  std::condition_variable turn_;
  std::deque<std::uint64_t> line_;  // the front holds the lock
  std::uint64_t next_ = 0;
};

}  // namespace storage
