#pragma once

#include "engine/time/pauses.hpp"
#include "engine/time/site.hpp"

namespace engine {

bool is_working_day(const Site& site, Date date);
/// The working days in [from, to]; 0 when `to` is before `from`.
std::int64_t count_working_days(const Site& site, Date from, Date to);

/// The n-th working day strictly after `date` (n >= 1), or strictly before it.
Date working_day_after(const Site& site, Date date, int n = 1);
Date working_day_before(const Site& site, Date date, int n = 1);
/// `date` itself if worked, else the nearest one.
Date working_day_on_or_after(const Site& site, Date date);
Date working_day_on_or_before(const Site& site, Date date);

/// When the site opens and closes on that date; on a day without open time, where the day begins and ends.
Instant opening_of(const Site& site, Date date);
Instant closing_of(const Site& site, Date date);
/// Where a deadline counted in days ends on that date: closing or 24:00, as the site says.
Instant end_of_day(const Site& site, Date date);

}  // namespace engine
