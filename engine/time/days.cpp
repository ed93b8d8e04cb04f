#include "engine/time/days.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"

namespace engine {
namespace {

constexpr int pages_of_twenty_years = 15;

[[noreturn]] void never_worked() {
  throw Error(Error::Kind::Fault, "no_open_time",
              mark("No working day is found within twenty years; correct the site's hours or its closing days."));
}

const PagedDay& row(const Site& site, Date date) {
  const PagePlace at = page_place(date);
  return site.page(at.page).days[static_cast<std::size_t>(at.place)];
}

Instant instant(std::int64_t ms) { return Instant{Milliseconds{ms}}; }

/// The working day number `rank` (from 0) of the page, counted on into later pages, or back into earlier ones when
/// negative.
Date at_rank(const Site& site, int page, std::int64_t rank) {
  for (int empty = 0; empty < pages_of_twenty_years;) {
    const auto& working = site.page(page).working;
    const auto size = static_cast<std::int64_t>(working.size());
    if (rank >= 0 && rank < size) return date_at({page, working[static_cast<std::size_t>(rank)]});
    empty = size == 0 ? empty + 1 : 0;
    if (rank >= size) {
      rank -= size;
      ++page;
    } else {
      rank += static_cast<std::int64_t>(site.page(--page).working.size());
    }
  }
  never_worked();
}

}  // namespace

bool is_working_day(const Site& site, Date date) { return row(site, date).working; }

std::int64_t count_working_days(const Site& site, Date from, Date to) {
  if (to < from) return 0;
  std::int64_t days = row(site, to).working_before + (row(site, to).working ? 1 : 0) - row(site, from).working_before;
  for (int page = page_place(from).page; page < page_place(to).page; ++page) {
    days += static_cast<std::int64_t>(site.page(page).working.size());
  }
  return days;
}

Date working_day_after(const Site& site, Date date, int n) {
  const PagedDay& day = row(site, date);
  return at_rank(site, page_place(date).page, std::int64_t{day.working_before} + (day.working ? 1 : 0) + n - 1);
}

Date working_day_before(const Site& site, Date date, int n) {
  return at_rank(site, page_place(date).page, std::int64_t{row(site, date).working_before} - n);
}

Date working_day_on_or_after(const Site& site, Date date) {
  return is_working_day(site, date) ? date : working_day_after(site, date);
}

Date working_day_on_or_before(const Site& site, Date date) {
  return is_working_day(site, date) ? date : working_day_before(site, date);
}

Instant opening_of(const Site& site, Date date) {
  const PagePlace at = page_place(date);
  const DayPage& page = site.page(at.page);
  const PagedDay& day = page.days[static_cast<std::size_t>(at.place)];
  return instant(day.spans == 0 ? day.midnight : page.spans[day.first_span].from);
}

Instant closing_of(const Site& site, Date date) { return instant(row(site, date).closing); }

Instant end_of_day(const Site& site, Date date) {
  const PagedDay& day = row(site, date);
  return instant(site.day_end() == DayEnd::Closing ? day.closing : day.next);
}

}  // namespace engine
