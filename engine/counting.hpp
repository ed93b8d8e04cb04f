#pragma once

#include "engine/case_record.hpp"
#include "engine/clock_text.hpp"
#include "engine/process.hpp"
#include "engine/step.hpp"
#include "engine/time/site.hpp"

#include <vector>

namespace engine {

/// Counts what a change does to a clock through the site's hours and calendar: due instant, firmness, alert points.
/// `deadlines` are the case's clocks as they stand. A kind the process does not declare is a bug (assert).
[[nodiscard]] ClockEntry counted(const ClockChange& change, const Process& process,
                                 const std::vector<Deadline>& deadlines, const Site& site);

/// The same clock counted through another state of the calendar; nothing if its due instant and firmness stay.
[[nodiscard]] std::optional<ClockEntry> counted_again(const Deadline& deadline, const Process& process,
                                                      const Site& site, Instant now);

}  // namespace engine
