#include "workflows/answers/light.hpp"

#include <algorithm>
#include <chrono>

namespace workflows {

std::string_view light_of(const engine::Deadline& clock, engine::Instant now) {
  if (engine::status(clock, now) == engine::DeadlineStatus::Overdue) return "red";
  const bool warned =
      clock.running() && !clock.paused() &&
      std::ranges::any_of(clock.points, [&](const engine::AlertPoint& point) { return point.at <= now; });
  return warned ? "amber" : "green";
}

std::int64_t remaining_seconds(const engine::Deadline& clock, engine::Instant now) {
  return std::chrono::floor<engine::Seconds>(clock.due - now).count();
}

}  // namespace workflows
