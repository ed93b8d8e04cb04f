#include "engine/time/due.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/time/days.hpp"

#include <fmt/format.h>

namespace engine {
namespace {

constexpr int most_days = 36'525;
constexpr std::int64_t most_minutes = std::int64_t{most_days} * 24 * 60;
constexpr std::chrono::days one_day{1};

void require_length(bool fits) {
  if (fits) return;
  throw Error(Error::Kind::Usage, "bad_length", mark("A deadline must be between nothing and a hundred years long."));
}

struct Point {
  Instant at;
  Date date;
};

/// The civil day in which a stretch of `length` that ends at `end` runs out: midnight belongs to the day that ends
/// then.
Date day_reached(const Site& site, Instant end, Milliseconds length) {
  return site.zone().date(length.count() > 0 ? end - Milliseconds{1} : end);
}

Instant add_clock_time(Instant from, Milliseconds length, const Pauses& pauses) {
  for (const PausedSpan& pause : pauses) {
    if (pause.to <= from) continue;
    if (pause.from >= from + length) break;
    length -= std::max(Milliseconds{0}, pause.from - from);
    from = pause.to;
  }
  return from + length;
}

bool paused_at_end(const Site& site, Date date, const Pauses& pauses) {
  return !pauses.empty() && pauses.still_before(end_of_day(site, date));
}

/// The next working day at whose end the clock runs.
Date next_counted(const Site& site, Date date, const Pauses& pauses) {
  do date = working_day_after(site, date);
  while (paused_at_end(site, date, pauses));
  return date;
}

Date roll(const Site& site, Date date, const Pauses& pauses) {
  return is_working_day(site, date) && !paused_at_end(site, date, pauses) ? date : next_counted(site, date, pauses);
}

Point at_end_of(const Site& site, Date date) { return {end_of_day(site, date), date}; }

Point count(const ClockTime& rule, Instant start, const Site& site, const Pauses& pauses) {
  require_length(rule.minutes.count() >= 0 && rule.minutes.count() <= most_minutes);
  const Instant from = rule.at_once ? start : next_opening(site, start);
  const Instant at = add_clock_time(from, rule.minutes, pauses);
  return {at, day_reached(site, at, rule.minutes)};
}

Point count(const OpenTime& rule, Instant start, const Site& site, const Pauses& pauses) {
  require_length(rule.seconds.count() >= 0 && rule.seconds.count() <= most_minutes * 60);
  const Instant at = add_open_time(site, start, rule.seconds, pauses);
  return {at, day_reached(site, at, rule.seconds)};
}

Point count(const WorkingDays& rule, Instant start, const Site& site, const Pauses& pauses) {
  require_length(rule.days >= 0 && rule.days <= most_days);
  Date date = site.zone().date(start);
  if (rule.days == 0) return at_end_of(site, roll(site, date, pauses));
  if (pauses.empty()) return at_end_of(site, working_day_after(site, date, rule.days));
  for (int counted = 0; counted < rule.days; ++counted) date = next_counted(site, date, pauses);
  return at_end_of(site, date);
}

Point count(const CalendarDays& rule, Instant start, const Site& site, const Pauses& pauses) {
  require_length(rule.days >= 0 && rule.days <= most_days);
  Date date = site.zone().date(start);
  if (pauses.empty()) return at_end_of(site, roll(site, date + std::chrono::days{rule.days}, pauses));
  for (int counted = 0; counted < rule.days;) {
    date += one_day;
    if (!paused_at_end(site, date, pauses)) ++counted;
  }
  return at_end_of(site, roll(site, date, pauses));
}

Point count(const FixedInstant& rule, Instant /*start*/, const Site& site, const Pauses& /*pauses*/) {
  return {rule.at, site.zone().date(rule.at)};
}

}  // namespace

Due due(const Rule& rule, Instant start, const Site& site, const Pauses& pauses) {
  const Point found = std::visit([&](const auto& kind) { return count(kind, start, site, pauses); }, rule);
  const PagePlace at = page_place(found.date);
  const bool firm = site.page(at.page).days[static_cast<std::size_t>(at.place)].firm;
  return {found.at, found.date, firm ? Standing::Firm : Standing::Provisional, site.calendar().revision()};
}

}  // namespace engine
