#pragma once

#include <string>
#include <variant>

#include "engine/instant.hpp"

namespace engine {

/// So long by the clock: from the start if the site is open then, else from its next opening; it does not stop at lunch.
struct ClockTime {
  Milliseconds length{0};
  bool at_once = false;  ///< an emergency: from the start, on any day
};

/// So long in opening time: due at the earliest instant by which the site was open that long (at closing, never the next opening).
struct OpenTime {
  Milliseconds length{0};
};

/// The n-th working day after the civil day of the start, which never counts (Civil Code art. 201).
struct WorkingDays {
  int days = 0;
};

/// That many civil days after the day of the start; a last day that is no working day rolls to the next one (art. 203).
struct CalendarDays {
  int days = 0;
};

using Rule = std::variant<ClockTime, OpenTime, WorkingDays, CalendarDays>;

}  // namespace engine
