#include "storage/group_commit.hpp"

#include <algorithm>

namespace storage {

GroupCommit::GroupCommit(BatchStore& store, std::size_t largest)
    : store_(store), largest_(largest), writer_([this](const std::stop_token& stop) { serve(stop); }) {}

GroupCommit::~GroupCommit() = default;

void GroupCommit::write(const Work& work) {
  std::future<void> answer;
  {
    const std::lock_guard guard{mutex_};
    answer = queue_.emplace_back(Waiting{&work, {}}).answer.get_future();
  }
  queued_.notify_one();
  answer.get();
}

void GroupCommit::serve(const std::stop_token& stop) {
  for (auto group = take(stop); !group.empty(); group = take(stop)) commit(group);
}

// Empty only when it is time to end and nothing is left to serve.
std::vector<GroupCommit::Waiting> GroupCommit::take(const std::stop_token& stop) {
  std::unique_lock guard{mutex_};
  queued_.wait(guard, stop, [&] { return !queue_.empty(); });
  const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(std::min(largest_, queue_.size()));
  std::vector<Waiting> group{std::make_move_iterator(queue_.begin()), std::make_move_iterator(end)};
  queue_.erase(queue_.begin(), end);
  return group;
}

void GroupCommit::commit(std::vector<Waiting>& group) {
  std::vector<const Work*> works;
  for (const Waiting& one : group) works.push_back(one.work);
  std::vector<std::exception_ptr> answers;
  try {
    answers = store_.write_batch(works);
  } catch (...) {
    answers.assign(group.size(), std::current_exception());
  }
  for (std::size_t n = 0; n < group.size(); ++n) {
    if (answers[n])
      group[n].answer.set_exception(answers[n]);
    else
      group[n].answer.set_value();
  }
}

}  // namespace storage
