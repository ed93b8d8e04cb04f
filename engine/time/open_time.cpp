#include "engine/time/open_time.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/time/range.hpp"

#include <algorithm>

namespace engine {
namespace {

using Span = DayPage::Span;

constexpr int pages_of_twenty_years = 15;

std::int64_t count(Instant at) { return at.time_since_epoch().count(); }
Instant instant(std::int64_t ms) { return Instant{Milliseconds{ms}}; }

[[noreturn]] void never_open() {
  throw Error(Error::Kind::Fault, "no_open_time",
              mark("No open time is found within twenty years; correct the site's hours or its closing days."));
}

PagePlace place_of(const Site& site, Instant at) { return page_place(site.zone().date(at)); }

/// The first span of the page that ends after `ms`.
auto first_ending_after(const DayPage& page, std::int64_t ms) {
  return std::upper_bound(page.spans.begin(), page.spans.end(), ms,
                          [](std::int64_t t, const Span& span) { return t < span.to; });
}

/// Open milliseconds from the beginning of the page until `ms`, which lies on that page's day `place`.
std::int64_t open_until(const DayPage& page, int place, std::int64_t ms) {
  const PagedDay& day = page.days[static_cast<std::size_t>(place)];
  std::int64_t open = day.open_before;
  for (std::uint32_t i = day.first_span; i < day.first_span + day.spans; ++i) {
    const Span& span = page.spans[i];
    if (span.from >= ms) break;
    open += std::min(ms, span.to) - span.from;
  }
  return open;
}

std::int64_t open_between(const Site& site, Instant start, Instant end) {
  if (end <= start) return 0;
  const PagePlace first = place_of(site, start);
  const PagePlace last = place_of(site, end);
  std::int64_t open = open_until(site.page(last.page), last.place, count(end)) -
                      open_until(site.page(first.page), first.place, count(start));
  for (int number = first.page; number < last.page; ++number) open += site.page(number).open;
  return open;
}

/// The day of the page in which the `wanted`-th open millisecond (from 1) of the page lies.
const PagedDay& day_reaching(const DayPage& page, std::int64_t wanted) {
  const auto after = std::partition_point(page.days.begin(), page.days.end(),
                                          [=](const PagedDay& day) { return day.open_before < wanted; });
  return *std::prev(after);
}

Instant reach(const DayPage& page, std::int64_t wanted) {
  const PagedDay& day = day_reaching(page, wanted);
  std::int64_t left = wanted - day.open_before;
  for (std::uint32_t i = day.first_span;; ++i) {
    const Span& span = page.spans[i];
    if (left <= span.to - span.from) return instant(span.from + left);
    left -= span.to - span.from;
  }
}

/// Without pauses, for a length above 0.
Instant add_open(const Site& site, Instant start, std::int64_t length) {
  const PagePlace at = place_of(site, start);
  std::int64_t wanted = open_until(site.page(at.page), at.place, count(start)) + length;
  int closed_pages = 0;
  for (int number = at.page;; ++number) {
    const DayPage& page = site.page(number);
    if (wanted <= page.open) return reach(page, wanted);
    wanted -= page.open;
    closed_pages = page.open == 0 ? closed_pages + 1 : 0;
    if (closed_pages >= pages_of_twenty_years) never_open();
  }
}

/// The latest instant that still has `length` (above 0) of open time before `end`: the mirror of `add_open`.
Instant subtract_open(const Site& site, Instant end, std::int64_t length) {
  const PagePlace at = place_of(site, end);
  std::int64_t before = open_until(site.page(at.page), at.place, count(end)) - length;
  int closed_pages = 0;
  for (int number = at.page; before < 0;) {
    const DayPage& page = site.page(--number);
    before += page.open;
    closed_pages = page.open == 0 ? closed_pages + 1 : 0;
    if (closed_pages >= pages_of_twenty_years) never_open();
    if (before >= 0) return reach(page, before + 1) - Milliseconds{1};
  }
  return reach(site.page(at.page), before + 1) - Milliseconds{1};
}

Instant next_open(const Site& site, Instant at) {
  int number = place_of(site, at).page;
  for (int tried = 0; tried <= pages_of_twenty_years; ++tried, ++number) {
    const DayPage& page = site.page(number);
    const auto span = first_ending_after(page, count(at));
    if (span != page.spans.end()) return instant(std::max(count(at), span->from));
  }
  never_open();
}

}  // namespace

bool is_open(const Site& site, Instant at) {
  const DayPage& page = site.page(place_of(site, at).page);
  const auto span = first_ending_after(page, count(at));
  return span != page.spans.end() && span->from <= count(at);
}

Instant next_opening(const Site& site, Instant at, const Pauses& pauses) {
  Instant open = next_open(site, at);
  for (const PausedSpan& pause : pauses) {
    if (pause.from <= open && open < pause.to) open = next_open(site, pause.to);
  }
  return open;
}

Milliseconds elapsed(const Site& site, Instant start, Instant end, const Pauses& pauses) {
  std::int64_t open = open_between(site, start, end);
  for (const PausedSpan& pause : pauses)
    open -= open_between(site, std::max(start, pause.from), std::min(end, pause.to));
  return Milliseconds{open};
}

Instant add_open_time(const Site& site, Instant start, Milliseconds length, const Pauses& pauses) {
  if (length <= Milliseconds{0}) return next_opening(site, start, pauses);
  std::int64_t left = length.count();
  Instant from = start;
  for (const PausedSpan& pause : pauses) {
    if (pause.to <= from) continue;
    const std::int64_t until_pause = open_between(site, from, pause.from);
    if (until_pause >= left) break;
    left -= until_pause;
    from = pause.to;
  }
  return add_open(site, from, left);
}

Instant open_time_before(const Site& site, Instant end, Milliseconds length, const Pauses& pauses) {
  if (length <= Milliseconds{0}) return end;
  std::int64_t left = length.count();
  Instant until = end;
  for (auto pause = std::make_reverse_iterator(pauses.end()); pause != std::make_reverse_iterator(pauses.begin());
       ++pause) {
    if (pause->from >= until) continue;
    const std::int64_t after_pause = open_between(site, pause->to, until);
    if (after_pause >= left) break;
    left -= after_pause;
    until = pause->from;
  }
  return subtract_open(site, until, left);
}

namespace {

void add(std::vector<OpenSegment>& found, Instant from, Instant to) {
  if (from >= to) return;
  if (found.size() == 100'000)
    throw Error(Error::Kind::Usage, "too_many", mark("More than 100,000 open spans were asked for."));
  found.push_back({from, to});
}

/// What the pauses leave of an open stretch.
void add_unpaused(std::vector<OpenSegment>& found, Instant from, Instant to, const Pauses& pauses) {
  auto pause = std::partition_point(pauses.begin(), pauses.end(), [=](const PausedSpan& p) { return p.to <= from; });
  for (; pause != pauses.end() && pause->from < to; ++pause) {
    add(found, from, pause->from);
    from = pause->to;
  }
  add(found, from, to);
}

}  // namespace

std::vector<OpenSegment> open_segments(const Site& site, Instant start, Instant end, const Pauses& pauses) {
  std::vector<OpenSegment> found;
  if (end <= start) return found;
  const int last = place_of(site, end).page;
  for (int number = place_of(site, start).page; number <= last; ++number) {
    const DayPage& page = site.page(number);
    for (auto span = first_ending_after(page, count(start)); span != page.spans.end() && span->from < count(end);
         ++span) {
      add_unpaused(found, instant(std::max(count(start), span->from)), instant(std::min(count(end), span->to)), pauses);
    }
  }
  return found;
}

std::vector<OpenSegment> first_open_segments(const Site& site, Instant start, const Pauses& pauses) {
  const Instant first = next_opening(site, start, pauses);
  const PagePlace at = place_of(site, first);
  return open_segments(site, first, instant(site.page(at.page).days[static_cast<std::size_t>(at.place)].next), pauses);
}

}  // namespace engine
