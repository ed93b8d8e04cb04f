#pragma once

#include "storage/batch_store.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace storage {

/// A store for many writers in one process: one thread takes whatever is queued into one durable transaction and then
/// answers each caller. A work that throws is undone alone; if the transaction fails, all of its callers hear it.
/// Works are served in the order they came. A work must not write to this store again from within.
class GroupCommit final : public engine::Store {
 public:
  /// `store` must outlive this. At most `largest` works share a transaction.
  explicit GroupCommit(BatchStore& store, std::size_t largest = 256);
  /// Serves what is queued, then ends.
  ~GroupCommit() override;

  void read(const std::function<void(engine::Reading&)>& work) override { store_.read(work); }
  void read_together(std::size_t most, const std::function<void(std::span<engine::Reading* const>)>& work) override {
    store_.read_together(most, work);
  }
  void write(const Work& work) override;

 private:
  /// Works of one transaction; `done` becomes 1 when the answers are there.
  struct Group {
    std::vector<const Work*> works;
    std::vector<std::exception_ptr> answers;
    std::atomic<int> done = 0;
  };

  void serve(const std::stop_token& stop);
  std::shared_ptr<Group> take(const std::stop_token& stop);
  void gather(std::unique_lock<std::mutex>& guard);
  void commit(Group& group);

  BatchStore& store_;
  std::size_t largest_;
  std::mutex mutex_;
  std::condition_variable_any queued_;
  std::deque<std::shared_ptr<Group>> queue_;
  std::size_t served_last_ = 0;
  std::jthread writer_;
};

}  // namespace storage
