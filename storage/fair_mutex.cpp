#include "storage/fair_mutex.hpp"

#include <algorithm>

namespace storage {

bool FairMutex::lock_until(Clock::time_point limit) {
  std::unique_lock guard{mutex_};
  const std::uint64_t mine = next_++;
  line_.push_back(mine);
  if (turn_.wait_until(guard, limit, [&] { return line_.front() == mine; })) return true;
  line_.erase(std::find(line_.begin(), line_.end(), mine));
  return false;
}

void FairMutex::unlock() {
  {
    const std::lock_guard guard{mutex_};
    line_.pop_front();
  }
  turn_.notify_all();
}

}  // namespace storage
