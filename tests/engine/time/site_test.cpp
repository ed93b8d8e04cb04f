#include "engine/time/site.hpp"

#include "engine/error.hpp"
#include "engine/time/days.hpp"
#include "engine/time/due.hpp"
#include "engine/time/site_file.hpp"
#include "engine/time/text.hpp"

#include <catch2/catch.hpp>

using namespace engine;
using Catch::Contains;

namespace {
std::string due_at(const Site& site, const Rule& rule, const char* start) {
  return format_instant(due(rule, parse_instant(start, site.zone()), site).at, site.zone());
}
}  // namespace

TEST_CASE("a site file says zone, hours, overrides, clocks and closing days") {
  const Site site = read_site(R"(
timezone = "Europe/Berlin"
calendar = "weekends"
day_end = "midnight"
closing_days = ["2026-05-21", "12-24"]
[reception]
clock = "open"
[visit]
anchor = "both"
[hours]
mon = ["09:00-12:00", "13:00-24:00"]
tue = ["09:00-12:00"]
wed = ["09:00-12:00"]
thu = ["09:00-12:00"]
fri = ["09:00-12:00"]
[overrides]
"2026-05-23" = ["10:00-11:00"]
"2026-05-25" = []
)");
  CHECK(site.spec().reception_clock == ReceptionClock::Open);
  CHECK(site.spec().visit_anchor == VisitAnchor::Both);
  CHECK(site.day_end() == DayEnd::Midnight);
  CHECK(due_at(site, WorkingDays{1}, "2026-05-20 09:00") == "2026-05-23T00:00:00+02:00");
  CHECK(due_at(site, WorkingDays{2}, "2026-05-20 09:00") == "2026-05-24T00:00:00+02:00");
  CHECK(due_at(site, WorkingDays{3}, "2026-05-20 09:00") == "2026-05-27T00:00:00+02:00");
  CHECK(due_at(site, OpenTime{Seconds{3600}}, "2026-05-18 23:30") == "2026-05-19T09:30:00+02:00");
  CHECK_FALSE(is_working_day(site, parse_date("2026-12-24")));
  CHECK_FALSE(is_working_day(site, parse_date("2031-12-24")));
}

TEST_CASE("an empty site file is the standard site, and a zone outside China brings no Chinese holidays") {
  const Site standard = read_site("");
  CHECK(due_at(standard, WorkingDays{3}, "2026-02-13 10:00") == "2026-02-25T17:30:00+08:00");
  const Site berlin = read_site("timezone = \"Europe/Berlin\"");
  CHECK(due_at(berlin, WorkingDays{3}, "2026-02-13 10:00") == "2026-02-18T17:30:00+01:00");
}

TEST_CASE("an impossible site is refused at once, with the key in the sentence; field-lessons rows 13, 16, 17") {
  const auto refused = [](const char* text, const std::string& words) {
    INFO(text);
    CHECK_THROWS_WITH(read_site(text), Contains(words));
    CHECK_THROWS_AS(read_site(text), Error);
  };
  refused("[hours]", "no opening hours");
  refused("[hours]\nmon = []\n[overrides]\n\"2026-01-01\" = []", "no opening hours");
  refused("[hours]\nmon = [\"12:00-08:30\"]", "hours.mon");
  refused("[hours]\nmon = [\"08:30-08:30\"]", "hours.mon");
  refused("[hours]\nmon = [\"08:30-12:00\", \"11:59-14:00\"]", "overlap");
  refused("[hours]\nmon = [\"08:30-24:01\"]", "24:01");
  refused("[hours]\nmon = [\"8:30-12:00\"]", "8:30");
  refused("[hours]\nmon = \"08:30-12:00\"", "hours.mon");
  refused("[hours]\nmonday = [\"08:30-12:00\"]", "hours.monday");
  refused("timezone = \"Asia/Shangai\"", "Asia/Shangai");
  refused("timezone = 8", "timezone");
  refused("day_end = \"noon\"", "day_end");
  refused("reception.clock = \"sun\"", "reception.clock");
  refused("reception.speed = 3", "reception.speed");
  refused("calendar = \"mars\"", "mars");
  refused("colour = \"red\"", "colour");
  refused("[overrides]\n\"2026-13-01\" = []", "2026-13-01");
  refused("timezone = ", "line 1");
}

TEST_CASE("touching spans are one, and 24:00 ends a day") {
  const Site site = read_site("timezone=\"UTC\"\n[hours]\nmon=[\"00:00-12:00\",\"12:00-24:00\"]");
  CHECK(site.hours(parse_date("2026-05-18")) == DayHours{{Milliseconds{0}, std::chrono::hours{24}}});
  CHECK(due_at(site, OpenTime{std::chrono::hours{24}}, "2026-05-18 00:00") == "2026-05-19T00:00:00+00:00");
}

TEST_CASE("a make-up Sunday has the usual hours of a weekday, a holiday on a weekday has none; field-lessons row 6") {
  const Site site =
      read_site("[hours]\nmon=[\"09:00-17:00\"]\ntue=[\"09:00-17:00\"]\nwed=[\"13:00-17:00\"]\nsat=[\"10:00-12:00\"]");
  CHECK(site.hours(parse_date("2026-09-20")) == site.hours(parse_date("2026-09-21")));
  CHECK(site.hours(parse_date("2026-10-01")).empty());
  CHECK(site.hours(parse_date("2026-09-26")).empty());  // a Saturday within the holiday
  CHECK_FALSE(site.hours(parse_date("2026-09-05")).empty());
  CHECK_FALSE(is_working_day(site, parse_date("2026-09-05")));  // open for visitors, yet no working day
}

TEST_CASE("a site without any open time ahead gives an error, never an endless loop; field-lessons row 16") {
  const Site once =
      read_site("timezone=\"UTC\"\ncalendar=\"none\"\n[hours]\n[overrides]\n\"2026-05-20\"=[\"09:00-10:00\"]");
  CHECK(due_at(once, OpenTime{Seconds{3600}}, "2026-01-01 00:00") == "2026-05-20T10:00:00+00:00");
  CHECK_THROWS_AS(due(OpenTime{Seconds{3601}}, parse_instant("2026-01-01T00:00:00Z", Zone::utc()), once), Error);
  CHECK_THROWS_AS(due(WorkingDays{2}, parse_instant("2026-01-01T00:00:00Z", Zone::utc()), once), Error);
  CHECK_THROWS_AS(due(CalendarDays{200}, parse_instant("2026-01-01T00:00:00Z", Zone::utc()), once), Error);
  CHECK_THROWS_AS(next_opening(once, parse_instant("2026-06-01T00:00:00Z", Zone::utc())), Error);
  CHECK_THROWS_AS(due(WorkingDays{1 << 30}, Instant{}, Site::standard()), Error);
  CHECK_THROWS_AS(due(WorkingDays{-1}, Instant{}, Site::standard()), Error);
}

TEST_CASE("a start outside hours shifts no day, at any hour of any weekday; field-lessons rows 10, 11") {
  const Site site = Site::standard();
  for (int day = 18; day <= 24; ++day) {
    const Date expected = working_day_after(site, parse_date("2026-05-" + std::to_string(day)), 3);
    for (int hour = 0; hour < 24; ++hour) {
      const Instant start =
          site.zone().to_instant(LocalTime{parse_date("2026-05-" + std::to_string(day))} + std::chrono::hours{hour});
      CHECK(due(WorkingDays{3}, start, site).date == expected);
    }
  }
}
