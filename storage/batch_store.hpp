#pragma once

#include "engine/store.hpp"

#include <exception>
#include <functional>
#include <vector>

namespace storage {

using Work = std::function<void(engine::Writing&)>;

/// A store that can take several works into one durable transaction.
class BatchStore : public engine::Store {
 public:
  /// Runs each work in turn; one that throws is undone alone and its exception stands at its place in the answer.
  /// Throws, and stores nothing at all, if the transaction itself fails; a single work may hear that at its place too.
  virtual std::vector<std::exception_ptr> write_batch(const std::vector<const Work*>& works) = 0;
};

}  // namespace storage
