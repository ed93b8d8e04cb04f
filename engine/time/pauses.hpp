#pragma once

#include "engine/instant.hpp"

#include <vector>

namespace engine {

/// A stretch in which a clock stood still, half-open; it has ended (while a clock stands it has no due instant to
/// compute).
struct PausedSpan {
  Instant from;
  Instant to;
  friend bool operator==(const PausedSpan&, const PausedSpan&) = default;
};

/// Pauses in order and apart: overlapping and touching ones are joined, empty ones dropped. A reversed one is an
/// `Error` (Usage, "bad_pause").
class Pauses {
 public:
  Pauses() = default;
  Pauses(std::vector<PausedSpan> pauses);  // NOLINT(google-explicit-constructor): a list of pauses is pauses

  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] auto begin() const { return list_.begin(); }
  [[nodiscard]] auto end() const { return list_.end(); }

  /// Whether the clock stands still just before `at`: a day that ends so is not counted.
  [[nodiscard]] bool still_before(Instant at) const;

 private:
  std::vector<PausedSpan> list_;
};

}  // namespace engine
