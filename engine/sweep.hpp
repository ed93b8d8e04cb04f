#pragma once

#include "engine/desk.hpp"
#include "engine/store.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace engine {

/// One case that could not be moved or judged: the rest went on.
struct SweepFault {
  std::string case_number;
  std::string what;

  friend bool operator==(const SweepFault&, const SweepFault&) = default;
};

struct SweepResult {
  std::int64_t events = 0;         // system events that took effect (an offer lapsed ...)
  std::int64_t alerts_raised = 0;  // each once, whatever the number of runs
  std::vector<SweepFault> faults;
  bool finished = true;  // false: stopped between two transactions, the rest is still due
};

/// What stands around a sweep. Both may be empty.
struct SweepOrder {
  std::function<void(Writing&)> guard;  // runs first in every transaction; what it throws undoes it, ends the sweep
  std::function<bool()> go_on;          // asked between two transactions; false ends the sweep
};

/// Lets time take its effect up to now: events of passed limits, then alerts, oldest first, at most 100 cases to a
/// transaction, so that others write in between. A case that cannot be moved is named and never stops the rest.
[[nodiscard]] SweepResult sweep(Desk& desk, const SweepOrder& order = {});

}  // namespace engine
