#pragma once

#include "engine/desk.hpp"
#include "engine/time/calendar.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace engine {

/// One running limit that a change of the calendar moves.
struct MovedLimit {
  std::string case_number, deadline, centre;
  Instant old_due, new_due;
};

/// What a change of the calendar does to the limits that run. Ended ones keep the answer they were judged by.
struct CalendarMoves {
  std::int64_t revision = 0;
  std::int64_t cases = 0;  // with a limit that was counted anew
  std::int64_t later = 0;
  std::int64_t settled = 0;  // same instant, now firm instead of provisional or the other way round
  std::vector<MovedLimit> earlier;
};

/// Stores the layer as one new revision and counts every running limit anew, as audited history. On a draft nothing of
/// it lasts: that is how a change is shown before it is made.
[[nodiscard]] CalendarMoves change_calendar(Writing& writing, Desk& desk, const Actor& actor,
                                            const StoredCalendar& layer,
                                            const std::function<void(std::int64_t)>& progress = {});

/// Stores the centre with its hours and closing days and counts every running limit that is counted by them anew: its
/// own, and those of the centres below that have no site of their own. `moves.revision` stays 0.
[[nodiscard]] CalendarMoves change_site(Writing& writing, Desk& desk, const Actor& actor, const Centre& centre,
                                        const std::string& why);

/// The layer of the days decided here (not by a notice), with one more or one changed: what `change_calendar` takes to
/// set a single day.
[[nodiscard]] StoredCalendar decided_day(Reading& reading, Date day, bool working, const std::string& why,
                                         const std::string& author, Instant now);

/// The calendar that a layer of this name lies in: a region's over the national one, else the national one.
[[nodiscard]] Calendar calendar_around(Reading& reading, const Calendar& national, const std::string& layer_name);

}  // namespace engine
