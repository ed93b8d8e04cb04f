#pragma once

#include <chrono>
#include <variant>

namespace engine {

/// Clock time from the start if the site is open then, else from the next opening; an emergency starts at once.
struct ClockTime {
  std::chrono::minutes minutes{0};
  bool at_once = false;
  friend bool operator==(const ClockTime&, const ClockTime&) = default;
};

/// Open time of the site, to the second.
struct OpenTime {
  std::chrono::seconds seconds{0};
  friend bool operator==(const OpenTime&, const OpenTime&) = default;
};

/// Working days after the day of the start (Civil Code art. 201), due when the site's day ends (art. 203 para. 2).
struct WorkingDays {
  int days = 0;
  friend bool operator==(const WorkingDays&, const WorkingDays&) = default;
};

/// Calendar days after the day of the start; a last day that is a rest day rolls forward (art. 203 para. 1).
struct CalendarDays {
  int days = 0;
  friend bool operator==(const CalendarDays&, const CalendarDays&) = default;
};

/// An instant that was agreed (a session, the date of performance): nothing is counted.
struct FixedInstant {
  std::chrono::sys_time<std::chrono::milliseconds> at{};
  friend bool operator==(const FixedInstant&, const FixedInstant&) = default;
};

/// How the due instant of a clock is counted from its start.
using Rule = std::variant<ClockTime, OpenTime, WorkingDays, CalendarDays, FixedInstant>;

}  // namespace engine
