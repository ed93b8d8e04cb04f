#include "storage/memory_store.hpp"

#include "storage/memory_writing.hpp"

namespace storage {

std::shared_ptr<MemoryState> MemoryStore::snapshot() {
  const std::lock_guard guard{state_mutex_};
  return state_;
}

void MemoryStore::read(const std::function<void(engine::Reading&)>& work) {
  const auto held = snapshot();
  MemoryWriting view{*held};
  work(view);
}

// Without a reader the state is changed in place, which is cheap; with one, a copy is changed and put in its place.
void MemoryStore::write_alone(const Work& work) {
  std::unique_lock state_guard{state_mutex_};
  const bool watched = state_.use_count() > 1;
  auto changed = watched ? std::make_shared<MemoryState>(*state_) : state_;
  if (watched) state_guard.unlock();
  MemoryWriting writing{*changed};
  try {
    work(writing);
    writing.finish();
  } catch (...) {
    writing.undo();
    throw;
  }
  if (watched) state_guard.lock();
  state_ = std::move(changed);
}

void MemoryStore::write(const Work& work) {
  const std::lock_guard guard{writers_};
  write_alone(work);
}

std::vector<std::exception_ptr> MemoryStore::write_batch(const std::vector<const Work*>& works) {
  const std::lock_guard guard{writers_};
  std::vector<std::exception_ptr> answers;
  for (const Work* work : works) {
    std::exception_ptr failed;
    try {
      write_alone(*work);
    } catch (...) {
      failed = std::current_exception();
    }
    answers.push_back(std::move(failed));
  }
  return answers;
}

std::vector<engine::OutboxItem> MemoryStore::outbox() {
  const auto held = snapshot();
  std::vector<engine::OutboxItem> items;
  for (const auto& [id, item] : held->ground.outbox) items.push_back(item);
  return items;
}

}  // namespace storage
