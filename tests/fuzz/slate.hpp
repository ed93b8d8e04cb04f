#pragma once

#include "engine/store.hpp"
#include "storage/memory_state.hpp"

#include <mutex>

namespace fuzz {

/// A store in memory that can be wiped back to how it was when it was kept. Thread-safe; readers and writers take
/// turns.
class Slate final : public engine::Store {
 public:
  void read(const std::function<void(engine::Reading&)>& work) override;
  void write(const std::function<void(engine::Writing&)>& work) override;

  void keep() { kept_ = state_; }
  void wipe() { state_ = kept_; }

 private:
  std::recursive_mutex mutex_;
  storage::MemoryState state_, kept_;
};

}  // namespace fuzz
