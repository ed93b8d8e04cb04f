#include "tests/fuzz/slate.hpp"

#include "storage/memory_writing.hpp"

namespace fuzz {

void Slate::read(const std::function<void(engine::Reading&)>& work) {
  const std::scoped_lock lock(mutex_);
  storage::MemoryWriting view{state_};
  work(view);
}

void Slate::write(const std::function<void(engine::Writing&)>& work) {
  const std::scoped_lock lock(mutex_);
  storage::MemoryWriting writing{state_};
  try {
    work(writing);
    writing.finish();
  } catch (...) {
    writing.undo();
    throw;
  }
}

}  // namespace fuzz
