#pragma once

#include "engine/case_record.hpp"
#include "engine/history.hpp"
#include "engine/process.hpp"
#include "engine/store.hpp"

#include <string>
#include <vector>

namespace tests {

/// A made-up process of three states: storage knows no other.
[[nodiscard]] const std::vector<engine::Transition>& relation();

/// An instant `minutes` after the start of 2031.
[[nodiscard]] engine::Instant at(std::int64_t minutes);

/// A clock that starts at minute `start`, warns at `warn` and is due at `due`.
[[nodiscard]] engine::Deadline clock(const std::string& name, std::int64_t start, std::int64_t warn, std::int64_t due);

/// The id of the n-th made-up case, in the form of a UUIDv7.
[[nodiscard]] std::string id_of(int n);

/// A made-up case that grows entry by entry, as the engine would write it.
class Tale {
 public:
  explicit Tale(int n);

  /// The next entry of the chain: the record and the last entry follow it.
  Tale& step(const std::string& event, const std::string& to);
  Tale& open() { return step("open", "busy"); }
  Tale& work() { return step("work", "busy"); }
  Tale& end();

  /// Stores the entries that are not stored yet, and the record.
  void store(engine::Writing& writing);

  engine::CaseRecord record;
  std::vector<engine::HistoryEntry> entries;

 private:
  std::size_t stored_ = 0;
};

}  // namespace tests
