#include "engine/time/days.hpp"
#include "engine/time/explain.hpp"
#include "engine/time/national.hpp"
#include "engine/time/text.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace engine;

namespace {

using std::chrono::days;

constexpr std::array<const char*, 8> zones{
    "Asia/Shanghai",       "Europe/Berlin", "America/New_York", "America/Sao_Paulo",
    "Australia/Lord_Howe", "Asia/Tehran",   "Pacific/Apia",     "UTC"};

DayHours any_hours() {
  std::vector<int> ends = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(0, 97));
  std::sort(ends.begin(), ends.end());
  DayHours hours;
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
    if (ends[i] < ends[i + 1])
      hours.push_back({std::chrono::minutes{15 * ends[i]}, std::chrono::minutes{15 * ends[i + 1]}});
  }
  return checked_hours(hours, "any");
}

Site any_site() {
  SiteSpec spec;
  spec.timezone = zones[*rc::gen::inRange<std::size_t>(0, zones.size())];
  for (auto& hours : spec.week) hours = any_hours();
  spec.week[3].push_back({std::chrono::hours{10}, std::chrono::hours{11}});
  spec.week[3] = {{std::chrono::hours{9}, std::chrono::hours{12}}};
  const int calendar = *rc::gen::inRange(0, 3);
  spec.calendar = calendar == 0 ? Calendar::none() : calendar == 1 ? Calendar::weekends() : national_calendar();
  spec.day_end = *rc::gen::element(DayEnd::Closing, DayEnd::Midnight);
  return Site(spec);
}

/// Some instant of 2009-2028, to the millisecond.
Instant any_instant() {
  return parse_instant("2009-01-01T00:00:00Z", Zone::utc()) +
         Seconds{*rc::gen::inRange<std::int64_t>(0, 20LL * 365 * 86'400)} + Milliseconds{*rc::gen::inRange(0, 1000)};
}

Pauses any_pauses(Instant start) {
  std::vector<PausedSpan> pauses;
  const int count = *rc::gen::inRange(0, 4);
  for (int i = 0; i < count; ++i) {
    const Instant from = start + std::chrono::minutes{*rc::gen::inRange(-3000, 20'000)};
    pauses.push_back({from, from + std::chrono::minutes{*rc::gen::inRange(0, 6000)}});
  }
  return pauses;
}

Rule any_rule() {
  const int kind = *rc::gen::inRange(0, 4);
  const int length = *rc::gen::inRange(0, 40);
  if (kind == 0) return ClockTime{std::chrono::minutes{length * 7}, *rc::gen::arbitrary<bool>()};
  if (kind == 1) return OpenTime{Seconds{length * 1111}};
  if (kind == 2) return WorkingDays{length};
  return CalendarDays{length};
}

/// Written apart from the pages: walks the civil days and their hours.
Milliseconds slow_open(const Site& site, Instant start, Instant end) {
  Milliseconds open{0};
  for (Date date = site.zone().date(start) - days{1}; date <= site.zone().date(end) + days{1}; date += days{1}) {
    for (const OpenSegment& segment : segments_of(site, date)) {
      open += std::max(Milliseconds{0}, std::min(end, segment.to) - std::max(start, segment.from));
    }
  }
  return open;
}

}  // namespace

TEST_CASE(
    "elapsed time from the start to the due instant is the allowance, pauses and all; field-lessons rows 26, 29") {
  CHECK(rc::check([] {
    const Site site = any_site();
    const Instant start = any_instant();
    const Pauses pauses = any_pauses(start);
    const Seconds allowance{*rc::gen::inRange(1, 400'000)};
    const Instant at = due(OpenTime{allowance}, start, site, pauses).at;
    RC_ASSERT(elapsed(site, start, at, pauses) == allowance);
    RC_ASSERT(elapsed(site, start, at - Milliseconds{1}, pauses) < allowance);  // the earliest such instant
  }));
}

TEST_CASE(
    "elapsed time agrees with a plain walk over the days, and adds up at any point between; field-lessons row 29") {
  CHECK(rc::check([] {
    const Site site = any_site();
    const Instant start = any_instant();
    const Instant end = start + std::chrono::minutes{*rc::gen::inRange(0, 900'000)};
    const Instant middle = start + (end - start) / 3;
    RC_ASSERT(elapsed(site, start, end) == slow_open(site, start, end));
    RC_ASSERT(elapsed(site, start, end) == elapsed(site, start, middle) + elapsed(site, middle, end));
  }));
}

TEST_CASE("the explanation never disagrees with the due date; field-lessons row 5") {
  CHECK(rc::check([] {
    const Site site = any_site();
    const Instant start = any_instant();
    const Pauses pauses = any_pauses(start);
    const Rule rule = any_rule();
    const Explanation told = explain(rule, start, site, pauses);
    RC_ASSERT(!told.lines.empty());
    const ExplanationLine& last = told.lines.back();
    const bool by_days = std::holds_alternative<WorkingDays>(rule) || std::holds_alternative<CalendarDays>(rule);
    if (by_days) {
      RC_ASSERT(last.verdict == Verdict::Due);
      RC_ASSERT(last.date == told.due.date);
      RC_ASSERT(end_of_day(site, last.date) == told.due.at);
    } else if (last.to) {
      RC_ASSERT(*last.to == told.due.at);
    }
  }));
}

TEST_CASE("working days counted after a start are as many as a plain count between; field-lessons rows 7, 11") {
  CHECK(rc::check([] {
    const Site site = any_site();
    const Instant start = any_instant();
    const int n = *rc::gen::inRange(1, 400);
    const Date last = due(WorkingDays{n}, start, site).date;
    const Date first = site.zone().date(start) + days{1};
    std::int64_t slow = 0;
    for (Date date = first; date <= last; date += days{1}) slow += site.day(date).working ? 1 : 0;
    RC_ASSERT(count_working_days(site, first, last) == n);
    RC_ASSERT(slow == n);
    RC_ASSERT(is_working_day(site, last));
    RC_ASSERT(working_day_before(site, last + days{1}) == last);
  }));
}

TEST_CASE("a later start is never due earlier") {
  CHECK(rc::check([] {
    const Site site = any_site();
    const Instant start = any_instant();
    const Instant later = start + Seconds{*rc::gen::inRange(0, 1'000'000)};
    Rule rule = any_rule();
    RC_ASSERT(due(rule, start, site).at <= due(rule, later, site).at);
  }));
}

TEST_CASE("warnings further ahead come no later, and none after the due instant; field-lessons rows 18, 19") {
  CHECK(rc::check([] {
    const Site site = any_site();
    const Instant at = due(any_rule(), any_instant(), site).at;
    const Seconds near{*rc::gen::inRange(0, 100'000)};
    const Seconds far = near + Seconds{*rc::gen::inRange(0, 100'000)};
    RC_ASSERT(before(at, OpenTime{near}, site) <= at);
    RC_ASSERT(before(at, OpenTime{far}, site) <= before(at, OpenTime{near}, site));
    RC_ASSERT(elapsed(site, before(at, OpenTime{near}, site), at) == near);
    if (near.count() > 0) RC_ASSERT(elapsed(site, before(at, OpenTime{near}, site) + Milliseconds{1}, at) < near);
  }));
}

TEST_CASE("local time and instant convert back and forth wherever the clock is not ambiguous") {
  CHECK(rc::check([] {
    const Zone zone = Zone::named(zones[*rc::gen::inRange<std::size_t>(0, zones.size())]);
    const Instant at = any_instant();
    const Instant back = zone.to_instant(zone.to_local(at));
    RC_ASSERT(back == at || (back < at && zone.to_local(back) == zone.to_local(at)));  // else the first of two
    RC_ASSERT(parse_instant(format_instant(at, zone), zone) == at);
  }));
}

TEST_CASE("any text is an instant or refused, and what is read can be written and read again") {
  CHECK(rc::check([](const std::string& text) {
    const auto read = try_parse_instant(text, Zone::named("Asia/Shanghai"));
    if (read) RC_ASSERT(try_parse_instant(format_utc(*read), Zone::utc()) == read);
  }));
}
