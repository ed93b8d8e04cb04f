#include "storage/group_commit.hpp"

namespace storage {

GroupCommit::GroupCommit(BatchStore& store, std::size_t largest)
    : store_(store), largest_(largest), writer_([this](const std::stop_token& stop) { serve(stop); }) {}

GroupCommit::~GroupCommit() = default;

void GroupCommit::write(const Work& work) {
  std::shared_ptr<Group> mine;
  std::size_t place = 0;
  bool first = false;
  {
    const std::lock_guard guard{mutex_};
    first = queue_.empty();
    if (queue_.empty() || queue_.back()->works.size() >= largest_) queue_.push_back(std::make_shared<Group>());
    mine = queue_.back();
    place = mine->works.size();
    mine->works.push_back(&work);
  }
  if (first) queued_.notify_one();
  mine->done.wait(0);
  if (const auto& failed = mine->answers[place]) std::rethrow_exception(failed);
}

void GroupCommit::serve(const std::stop_token& stop) {
  while (const auto group = take(stop)) commit(*group);
}

// Null only when it is time to end and nothing is left to serve.
std::shared_ptr<GroupCommit::Group> GroupCommit::take(const std::stop_token& stop) {
  std::unique_lock guard{mutex_};
  queued_.wait(guard, stop, [&] { return !queue_.empty(); });
  if (queue_.empty()) return nullptr;
  gather(guard);
  auto group = std::move(queue_.front());
  queue_.pop_front();
  served_last_ = group->works.size();
  return group;
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
  group.done.store(1);
  group.done.notify_all();
}

}  // namespace storage
