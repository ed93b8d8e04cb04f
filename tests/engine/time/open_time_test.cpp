#include "engine/time/open_time.hpp"

#include "engine/error.hpp"
#include "engine/time/days.hpp"
#include "engine/time/due.hpp"
#include "engine/time/site_file.hpp"
#include "engine/time/text.hpp"

#include <catch2/catch.hpp>

using namespace engine;

namespace {
const Site& site() {
  static const Site standard = Site::standard();
  return standard;
}
Instant at(const char* text) { return parse_instant(text, site().zone()); }
std::string shown(Instant instant) { return format_instant(instant, site().zone()).substr(0, 19); }
}  // namespace

TEST_CASE("a warning an hour before lands in open time: Tuesday at ten, never at midnight; field-lessons row 18") {
  const Site nine_to_five =
      read_site("timezone=\"Asia/Shanghai\"\n[hours]\nmon=[\"09:00-17:00\"]\ntue=[\"09:00-17:00\"]");
  const auto hour_before = [&](const char* due) {
    return shown(before(at(due), OpenTime{Seconds{3600}}, nine_to_five));
  };
  CHECK(hour_before("2026-05-19 11:00") == "2026-05-19T10:00:00");
  CHECK(hour_before("2026-05-19 10:00") == "2026-05-19T09:00:00");
  CHECK(hour_before("2026-05-19 09:30") == "2026-05-18T16:30:00");
  CHECK(hour_before("2026-05-20 03:00") == "2026-05-19T16:00:00");
  CHECK(shown(before(at("2026-05-20 03:00"), OpenTime{}, nine_to_five)) == "2026-05-20T03:00:00");
}

TEST_CASE("a warning before a due date after a long holiday comes before the holiday; field-lessons row 18") {
  CHECK(shown(before(at("2026-10-08 10:00"), OpenTime{Seconds{2 * 3600}}, site())) == "2026-09-30T17:00:00");
}

TEST_CASE("at the closing instant the site is closed, at the opening instant it is open") {
  CHECK(is_open(site(), at("2026-05-20 08:30")));
  CHECK_FALSE(is_open(site(), at("2026-05-20 12:00")));
  CHECK(is_open(site(), at("2026-05-20 11:59:59.999")));
  CHECK(shown(next_opening(site(), at("2026-05-20 12:00"))) == "2026-05-20T13:30:00");
  CHECK(shown(next_opening(site(), at("2026-09-30 17:30"))) == "2026-10-08T08:30:00");
  CHECK(shown(next_opening(site(), at("2026-05-20 09:15"))) == "2026-05-20T09:15:00");
}

TEST_CASE("open time over a weekend counts no weekend; field-lessons row 29") {
  CHECK(elapsed(site(), at("2026-05-22 17:00"), at("2026-05-25 09:00")) == std::chrono::hours{1});
  CHECK(elapsed(site(), at("2026-05-25 09:00"), at("2026-05-22 17:00")) == Milliseconds{0});
  CHECK(elapsed(site(), at("2026-05-23 00:00"), at("2026-05-24 23:59")) == Milliseconds{0});
}

TEST_CASE(
    "a pause of an hour and a second at closing moves open time by the second that was open; field-lessons row 26") {
  const Pauses held({{at("2026-05-20 17:29:59"), at("2026-05-20 18:30:00")}});
  CHECK(shown(due(OpenTime{Seconds{1800}}, at("2026-05-20 17:00"), site(), held).at) == "2026-05-21T08:30:01");
  CHECK(due(WorkingDays{1}, at("2026-05-19 10:00"), site(), held).date == parse_date("2026-05-21"));
}

TEST_CASE(
    "a day whose closing falls into a pause is not counted, a pause over lunch changes no day; field-lessons rows 25, "
    "26, 27") {
  const auto planned = [](const Pauses& pauses) {
    return format_date(due(WorkingDays{3}, at("2026-05-18 09:00"), site(), pauses).date);
  };
  CHECK(planned({}) == "2026-05-21");
  CHECK(planned({{{at("2026-05-19 11:00"), at("2026-05-19 14:00")}}}) == "2026-05-21");
  CHECK(planned({{{at("2026-05-19 11:00"), at("2026-05-20 09:00")}}}) == "2026-05-22");
  CHECK(planned({{{at("2026-05-19 11:00"), at("2026-05-20 18:00")}}}) == "2026-05-25");
  CHECK(planned({{{at("2026-05-21 17:30"), at("2026-05-25 09:00")}}}) == "2026-05-21");  // begins as the last day ends
  CHECK(planned({{{at("2026-05-20 11:00"), at("2026-05-21 09:00")},
                  {at("2026-05-19 11:00"), at("2026-05-20 12:00")}}}) == "2026-05-25");  // overlapping, out of order
  CHECK_THROWS_AS(Pauses({{at("2026-05-21 09:00"), at("2026-05-20 09:00")}}), Error);
}

TEST_CASE("a calendar-day limit stands still while paused and still rolls; field-lessons row 26") {
  const auto visit = [](const Pauses& pauses) {
    return format_date(due(CalendarDays{21}, at("2026-05-18 09:00"), site(), pauses).date);
  };
  CHECK(visit({}) == "2026-06-08");
  CHECK(visit({{{at("2026-05-20 09:00"), at("2026-05-23 09:00")}}}) == "2026-06-11");
  CHECK(visit({{{at("2026-06-08 09:00"), at("2026-06-12 09:00")}}}) == "2026-06-12");
}

TEST_CASE("clock time stands still while paused, over lunch and night") {
  const Pauses held({{at("2026-05-20 11:50"), at("2026-05-20 20:00")}});
  CHECK(shown(due(ClockTime{std::chrono::minutes{30}}, at("2026-05-20 11:40"), site(), held).at) ==
        "2026-05-20T20:20:00");
}

TEST_CASE("a full day of 25 hours is 25 hours, whatever the weekday pattern; field-lessons row 13") {
  const Site always = read_site(R"(timezone = "Europe/Berlin"
[hours]
mon=["00:00-24:00"]
tue=["00:00-24:00"]
wed=["00:00-24:00"]
thu=["00:00-24:00"]
fri=["00:00-24:00"]
sat=["00:00-24:00"]
sun=["00:00-24:00"])");
  const Zone& berlin = always.zone();
  const auto hours = [&](const char* day) {
    const Date date = parse_date(day);
    return elapsed(always, berlin.midnight(date), berlin.midnight(date + std::chrono::days{1})) / std::chrono::hours{1};
  };
  CHECK(hours("2026-10-25") == 25);
  CHECK(hours("2026-03-29") == 23);
  CHECK(hours("2026-07-01") == 24);
}

TEST_CASE("spans that meet inside a DST gap never overlap; field-lessons row 13") {
  const Site night =
      read_site("timezone=\"Europe/Berlin\"\n[hours]\nsun=[\"01:00-02:30\",\"02:45-03:10\",\"03:20-04:00\"]");
  const auto open = segments_of(night, parse_date("2026-03-29"));
  for (std::size_t i = 1; i < open.size(); ++i) CHECK(open[i - 1].to <= open[i].from);
  CHECK(elapsed(night, night.zone().midnight(parse_date("2026-03-29")),
                night.zone().midnight(parse_date("2026-03-30"))) == std::chrono::hours{2});
}

TEST_CASE("the zone it is shown in changes neither the due instant nor what is left of it; field-lessons row 44") {
  const Instant due_at = due(WorkingDays{3}, at("2026-05-20 09:00"), site()).at;
  for (const char* name : {"Europe/Moscow", "America/Los_Angeles", "Asia/Shanghai"}) {
    const Zone zone = Zone::named(name);
    CHECK(parse_instant(format_instant(due_at, zone), zone) == due_at);
  }
  CHECK(format_instant(due_at, Zone::named("America/Los_Angeles")) == "2026-05-25T02:30:00-07:00");
}

TEST_CASE("a longer or another rule in mid-course keeps the pauses that were; field-lessons rows 27, 28") {
  const Instant start = at("2026-05-18 09:00");
  const Pauses suspended({{at("2026-05-19 09:00"), at("2026-05-22 09:00")}});
  CHECK(due(WorkingDays{3}, start, site(), suspended).date == parse_date("2026-05-26"));
  CHECK(due(WorkingDays{5}, start, site(), suspended).date == parse_date("2026-05-28"));
  CHECK(elapsed(site(), start, at("2026-05-22 10:00"), suspended) == std::chrono::minutes{510});
}

TEST_CASE("a civil day that a zone skipped is no working day") {
  const Site apia = read_site("timezone=\"Pacific/Apia\"\ncalendar=\"weekends\"");
  CHECK_FALSE(is_working_day(apia, parse_date("2011-12-30")));
  CHECK(count_working_days(apia, parse_date("2011-12-29"), parse_date("2012-01-02")) == 2);
}
