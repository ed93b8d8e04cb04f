#include "storage/group_commit.hpp"

#include <thread>
#include <utility>

namespace storage {

// There is no thread that writes: whoever comes first commits for all that join in time, then calls one of those who
// came since. A lone writer never waits for another thread.
void GroupCommit::write(const Work& work) {
  const auto [mine, at] = join(work);
  for (Stage stage = mine->stage; stage != Stage::Answered; stage = mine->stage) {
    if (stage == Stage::Called && mine->stage.compare_exchange_strong(stage, Stage::Committing))
      lead(*mine);
    else
      mine->stage.wait(stage);
  }
  if (const auto& failed = mine->answers[at]) std::rethrow_exception(failed);
}

GroupCommit::Place GroupCommit::join(const Work& work) {
  const std::lock_guard guard{mutex_};
  if (queue_.empty() || queue_.back()->works.size() >= largest_) queue_.push_back(std::make_shared<Group>());
  const auto& group = queue_.back();
  group->works.push_back(&work);
  if (!std::exchange(busy_, true)) group->stage = Stage::Called;
  return {group, group->works.size() - 1};
}

// `group` is at the front of the queue.
void GroupCommit::lead(Group& group) {
  {
    std::unique_lock guard{mutex_};
    gather(guard);
    served_last_ = group.works.size();
    queue_.pop_front();
  }
  commit(group);
  call_next();
  group.stage = Stage::Answered;
  group.stage.notify_all();
}

// Those who were answered last tend to come back at once: a moment for them spares a sync for the first few.
void GroupCommit::gather(std::unique_lock<std::mutex>& guard) {
  constexpr int most_moments = 50;
  for (int n = 0; n < most_moments && queue_.front()->works.size() < served_last_; ++n) {
    guard.unlock();
    std::this_thread::yield();
    guard.lock();
  }
}

void GroupCommit::commit(Group& group) {
  try {
    group.answers = store_.write_batch(group.works);
  } catch (...) {
    group.answers.assign(group.works.size(), std::current_exception());
  }
}

void GroupCommit::call_next() {
  std::shared_ptr<Group> next;
  {
    const std::lock_guard guard{mutex_};
    busy_ = !queue_.empty();
    if (!busy_) return;
    next = queue_.front();
  }
  next->stage = Stage::Called;
  next->stage.notify_one();
}

}  // namespace storage
