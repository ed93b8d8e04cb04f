#pragma once

#include "storage/batch_store.hpp"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace storage {

/// A store for many writers in one process: what is asked while a transaction is under way goes into the next one
/// together, and each caller is answered when its own is durable. A work that throws is undone alone; if the
/// transaction fails, all of its callers hear it. Works are served in the order they came. A work must not write to
/// this store again from within.
class GroupCommit final : public engine::Store {
 public:
  /// `store` must outlive this. At most `largest` works share a transaction.
  explicit GroupCommit(BatchStore& store, std::size_t largest = 256) : store_(store), largest_(largest) {}

  void read(const std::function<void(engine::Reading&)>& work) override { store_.read(work); }
  void read_together(std::size_t most, const std::function<void(std::span<engine::Reading* const>)>& work) override {
    store_.read_together(most, work);
  }
  void write(const Work& work) override;

 private:
  /// Called: the group is at the front of the queue, and one of its callers is to commit it.
  enum class Stage : int { Waiting, Called, Committing, Answered };
  /// Works of one transaction.
  struct Group {
    std::vector<const Work*> works;
    std::vector<std::exception_ptr> answers;  // there when it is Answered
    std::atomic<Stage> stage = Stage::Waiting;
  };
  struct Place {
    std::shared_ptr<Group> group;
    std::size_t at = 0;
  };

  [[nodiscard]] Place join(const Work& work);
  void lead(Group& group);
  void gather(std::unique_lock<std::mutex>& guard);
  void commit(Group& group);
  void call_next();

  BatchStore& store_;
  std::size_t largest_;
  std::mutex mutex_;
  std::deque<std::shared_ptr<Group>> queue_;  // the front one is called, unless one is being committed
  bool busy_ = false;                         // a group is called or being committed
  std::size_t served_last_ = 0;
};

}  // namespace storage
