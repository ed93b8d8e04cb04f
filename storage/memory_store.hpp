#pragma once

#include "storage/batch_store.hpp"
#include "storage/memory_state.hpp"

#include <memory>
#include <mutex>
#include <vector>

namespace storage {

/// The twin of SqliteStore that keeps nothing: the same answers and refusals, for tests and trials. Thread-safe;
/// a reader keeps its snapshot while others write.
class MemoryStore final : public BatchStore {
 public:
  MemoryStore() : state_(std::make_shared<MemoryState>()) {}

  void read(const std::function<void(engine::Reading&)>& work) override;
  void write(const Work& work) override;
  std::vector<std::exception_ptr> write_batch(const std::vector<const Work*>& works) override;

  /// What was posted and not yet delivered, in order of id.
  [[nodiscard]] std::vector<engine::OutboxItem> outbox();

 private:
  std::shared_ptr<MemoryState> snapshot();
  void write_alone(const Work& work);

  std::mutex writers_;
  std::recursive_mutex state_mutex_;    // a work may read the store again: it then sees its own changes
  std::shared_ptr<MemoryState> state_;  // replaced, not changed, while a reader holds it
};

}  // namespace storage
