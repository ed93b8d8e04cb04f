#include "engine/time/calendar.hpp"

#include "engine/time/days.hpp"
#include "engine/time/due.hpp"
#include "engine/time/national.hpp"
#include "engine/time/site.hpp"
#include "engine/time/statute.hpp"
#include "engine/time/text.hpp"

#include <catch2/catch.hpp>

using namespace engine;

namespace {

const Calendar& cn() { return national_calendar(); }
bool worked(const Calendar& calendar, const char* date) { return calendar.is_working_day(parse_date(date)); }

Site with(const Calendar& calendar) {
  SiteSpec spec;
  spec.calendar = calendar;
  return Site(spec);
}

Due plan(const Calendar& calendar, const char* start, int n = 3) {
  const Site site = with(calendar);
  return due(WorkingDays{n}, parse_instant(start, site.zone()), site);
}

}  // namespace

TEST_CASE("all notices are one set, whatever year they stand under") {
  CHECK_FALSE(worked(cn(), "2007-12-31"));  // named by the notice for 2008
  CHECK(worked(cn(), "2006-12-30"));        // a Saturday worked, named by the notice for 2007
  CHECK(worked(cn(), "2007-12-29"));
  CHECK_FALSE(worked(cn(), "2011-01-03"));
  CHECK(worked(cn(), "2020-02-03"));
  CHECK_FALSE(worked(cn(), "2020-01-31"));
}

TEST_CASE("a day says why it is off, by which notice, and whether that is firm; field-lessons rows 4, 5") {
  const DayStatus makeup = cn().day(parse_date("2026-02-14"));
  CHECK(makeup.working);
  CHECK(makeup.reason == DayReason::MakeUp);
  CHECK(makeup.name == "春节");
  CHECK(makeup.notice == "国办发明电〔2025〕7号");
  CHECK(makeup.layer.rfind("cn/", 0) == 0);
  CHECK(cn().day(parse_date("2026-02-20")).reason == DayReason::Adjusted);
  CHECK(cn().day(parse_date("2026-02-17")).reason == DayReason::Holiday);
  CHECK(cn().day(parse_date("2020-01-31")).reason == DayReason::Extended);
  CHECK(cn().day(parse_date("2020-01-31")).notice == "国办发明电〔2020〕1号");
  CHECK(cn().day(parse_date("2026-05-23")).reason == DayReason::Weekend);
  CHECK(cn().day(parse_date("2026-05-22")).reason == DayReason::Weekday);
}

TEST_CASE(
    "past 27 December of the last published year every answer is provisional, and still an answer; field-lessons row "
    "8") {
  CHECK(cn().provisional_from() == parse_date("2026-12-28"));
  CHECK(cn().standing(parse_date("2026-12-27")) == Standing::Firm);
  CHECK(cn().standing(parse_date("2027-03-01")) == Standing::Provisional);
  CHECK(plan(cn(), "2026-12-22 10:00").standing == Standing::Firm);
  CHECK(plan(cn(), "2026-12-23 10:00").standing == Standing::Provisional);
  CHECK(plan(cn(), "2027-02-03 10:00").date == parse_date("2027-02-10"));  // 5 to 9 February are off by law or weekend
  CHECK(cn().day(parse_date("2027-02-05")).reason == DayReason::ExpectedHoliday);
  CHECK_FALSE(worked(cn(), "2150-10-02"));
}

TEST_CASE("the calendar as it was known before an amendment gives the old answer; field-lessons row 9") {
  const Calendar before = national_calendar_known_on(parse_date("2020-01-26"));
  CHECK(worked(before, "2020-01-31"));
  CHECK(worked(before, "2020-02-01"));
  CHECK(before.day(parse_date("2020-02-01")).name == "春节");
  CHECK(before.revision() != cn().revision());
  const auto changes = changed_days(before, cn(), parse_date("2020-01-01"), parse_date("2020-12-31"));
  REQUIRE(changes.size() == 2);
  CHECK(format_date(changes[0].date) == "2020-01-31");
  CHECK(format_date(changes[1].date) == "2020-02-01");
  CHECK(plan(before, "2020-01-23 10:00").date == parse_date("2020-02-03"));
  CHECK(plan(cn(), "2020-01-23 10:00").date == parse_date("2020-02-05"));

  const Calendar labour = national_calendar_known_on(parse_date("2019-03-21"));
  CHECK(changed_days(labour, cn(), parse_date("2019-01-01"), parse_date("2019-12-27")).size() == 4);
  const Calendar parade = national_calendar_known_on(parse_date("2015-05-12"));
  CHECK(changed_days(parade, cn(), parse_date("2015-01-01"), parse_date("2015-12-27")).size() == 3);
}

TEST_CASE("before a year's notice its statutory days are expected, its rearrangements are not") {
  const Calendar early = national_calendar_known_on(parse_date("2025-11-03"));
  CHECK(early.provisional_from() == parse_date("2025-12-28"));
  CHECK_FALSE(worked(early, "2026-02-17"));
  CHECK(worked(early, "2026-02-20"));
  CHECK_FALSE(worked(early, "2026-02-14"));
  CHECK(early.day(parse_date("2026-02-17")).reason == DayReason::ExpectedHoliday);
}

TEST_CASE(
    "a holiday announced inside an open period moves its due date, and the revision says so; field-lessons rows 1, 2") {
  const Calendar announced = cn().with_day(parse_date("2026-05-21"), false, "台风停工");
  CHECK(plan(cn(), "2026-05-20 10:00").date == parse_date("2026-05-25"));
  CHECK(plan(announced, "2026-05-20 10:00").date == parse_date("2026-05-26"));
  CHECK(announced.revision() == cn().revision() + "+decision/1");
  CHECK(announced.with_day(parse_date("2026-05-23"), true, "补班").revision() == cn().revision() + "+decision/2");
  CHECK(announced.day(parse_date("2026-05-21")).name == "台风停工");
  CHECK(cn().is_working_day(parse_date("2026-05-21")));  // the value itself never changes
}

TEST_CASE("a region's own days lie over the nation's, a site's own closing days over both; the last layer wins") {
  CalendarLayer guangxi{.name = "guangxi", .revision = 2, .official = false, .covered_years = {}, .entries = {}};
  for (const char* day : {"2021-04-14", "2021-04-15", "2021-04-16"}) {
    guangxi.entries.push_back({parse_date(day), false, DayReason::Holiday, "三月三", {}});
  }
  guangxi.entries.push_back({parse_date("2021-04-18"), true, DayReason::MakeUp, "三月三", {}});
  const Calendar regional = cn().with(guangxi);
  CHECK(plan(regional, "2021-04-13 10:00").date == parse_date("2021-04-20"));
  CalendarLayer own{.name = "own", .revision = 1, .official = false, .covered_years = {}, .entries = {}};
  own.entries.push_back({parse_date("2021-04-18"), false, DayReason::OwnClosing, "停电", {}});
  CHECK(plan(regional.with(own), "2021-04-13 10:00").date == parse_date("2021-04-21"));
  CHECK(regional.with(own).revision() == cn().revision() + "+guangxi/2+own/1");
}

TEST_CASE("a published year takes the place of what was only expected of it; field-lessons row 8") {
  CalendarLayer next{.name = "cn-2027", .revision = 1, .official = true, .covered_years = {2027}, .entries = {}};
  next.entries.push_back({parse_date("2027-10-01"), false, DayReason::Holiday, "国庆节", "test"});
  const Calendar published = cn().with(next);
  CHECK(published.provisional_from() == parse_date("2027-12-28"));
  CHECK(published.standing(parse_date("2026-12-31")) == Standing::Firm);
  CHECK(published.is_working_day(parse_date("2027-06-09")));
  CHECK_FALSE(cn().is_working_day(parse_date("2027-06-09")));
}

TEST_CASE("weekdays off minus make-up days are the statutory days of every year but 2020") {
  for (const auto& layer : cn().layers()) {
    for (int year = 2008; year <= 2026; ++year) {
      int balance = 0;
      for (const auto& entry : layer->entries) {
        const std::chrono::weekday weekday{entry.date};
        const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
        const bool of_year = entry.notice.find("〔" + std::to_string(year - 1) + "〕") != std::string::npos;
        const bool late = entry.notice == "国发明电〔2015〕1号" || entry.notice == "国办发明电〔2019〕3号" ||
                          entry.notice == "国办发明电〔2020〕1号";
        const bool late_of_year = late && static_cast<int>(std::chrono::year_month_day{entry.date}.year()) == year;
        if ((of_year && !late) || late_of_year) balance += entry.working ? -1 : weekend ? 0 : 1;
      }
      INFO(year);
      CHECK(balance == (year >= 2025 ? 13 : year == 2020 ? 13 : year == 2015 ? 12 : 11));
    }
  }
}

TEST_CASE("the statutory days of 2027 follow Order 795") {
  std::vector<std::string> days;
  for (const auto& entry : statutory_days(2027)) days.push_back(format_date(entry.date));
  CHECK(days == std::vector<std::string>{"2027-01-01", "2027-05-01", "2027-05-02", "2027-02-05", "2027-02-06",
                                         "2027-02-07", "2027-02-08", "2027-04-05", "2027-06-09", "2027-09-15",
                                         "2027-10-01", "2027-10-02", "2027-10-03"});
}

TEST_CASE("a plain calendar is always firm") {
  CHECK(Calendar::weekends().standing(parse_date("2090-01-01")) == Standing::Firm);
  CHECK_FALSE(Calendar::weekends().is_working_day(parse_date("2026-05-23")));
  CHECK(Calendar::none().is_working_day(parse_date("2026-05-23")));
  CHECK_FALSE(Calendar::none().provisional_from());
}
