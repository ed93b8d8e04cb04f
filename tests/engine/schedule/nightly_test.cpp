#include "engine/schedule/nightly.hpp"

#include "engine/schedule/night_report.hpp"
#include "engine/schedule/scheduler.hpp"
#include "tests/engine/schedule/hand_alarm.hpp"

#include <catch2/catch.hpp>

using namespace engine;
using namespace std::chrono_literals;
using toy::Office;

namespace {

Date day(const char* text) { return parse_date(text); }

std::vector<Night> nights(Office& office) {
  std::vector<Night> found;
  office.store.read([&](Reading& r) { found = r.nights(1'000); });
  return found;
}

/// An office in a zone with daylight saving time.
void move_to(Office& office, const char* zone) {
  office.store.write([&](Writing& w) {
    w.put_centre({"town", "T", "town", "", "T〔{year}〕{number:04}号", "({year}){number}",
                  std::string("timezone = \"") + zone + "\"\n[hours]\nmon = [\"09:00-17:00\"]\n"});
  });
  office.zone = Zone::named(zone);
}

}  // namespace

TEST_CASE("two runs on one local date: the second is a no-op and gives the first report (field-lessons row 39)",
          "[nightly]") {
  Office office;
  office.clock.set(office.instant("2020-05-26 00:30"));
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  const NightRun first = run_night(office.desk, "a");
  CHECK(first.made);
  CHECK(first.night.day == day("2020-05-26"));
  office.clock.set(office.instant("2020-05-26 23:59"));
  office.done("", "arrive", "2020-05-20 09:00");
  const NightRun second = run_night(office.desk, "b");
  CHECK_FALSE(second.made);
  CHECK(second.night == first.night);
  CHECK(office.alerts(one.id).size() == 2);
  CHECK(nights(office).size() == 1);
}

TEST_CASE("before its hour the night still belongs to the day before", "[nightly]") {
  Office office;
  office.clock.set(office.instant("2020-05-26 00:29:59"));
  CHECK(run_night(office.desk, "a").night.day == day("2020-05-25"));
  office.clock.set(office.instant("2020-05-26 00:30"));
  CHECK(run_night(office.desk, "a").night.day == day("2020-05-26"));
}

TEST_CASE("missed nights are caught up by one run that names them (field-lessons row 39)", "[nightly]") {
  Office office;
  office.clock.set(office.instant("2020-05-26 01:00"));
  static_cast<void>(run_night(office.desk, "a"));
  office.clock.set(office.instant("2020-05-27 01:00"));
  CHECK_FALSE(run_night(office.desk, "a").night.missed_from);
  office.clock.set(office.instant("2020-06-05 14:00"));
  const NightRun late = run_night(office.desk, "a");
  CHECK(late.night.day == day("2020-06-05"));
  CHECK(late.night.missed_from == day("2020-05-28"));
  CHECK(late.night.as_of == office.clock.now());
  CHECK(nights(office).size() == 3);
}

TEST_CASE("a clock set back makes no second run", "[nightly]") {
  Office office;
  office.clock.set(office.instant("2020-05-26 01:00"));
  static_cast<void>(run_night(office.desk, "a"));
  office.clock.set(office.instant("2020-05-20 01:00"));
  CHECK_FALSE(run_night(office.desk, "a").made);
  CHECK(nights(office).size() == 1);
}

TEST_CASE("on the nights the clocks change there is one run each, skipped and doubled hours included (row 39)",
          "[nightly]") {
  const auto zone = GENERATE("Europe/Berlin", "America/New_York", "Australia/Lord_Howe");
  Office office;
  move_to(office, zone);
  office.store.write([](Writing& w) { w.put_setting(key_nightly_at, "02:15"); });
  toy::HandAlarm alarm{office.clock};
  Scheduler scheduler{office.desk, alarm, "a", [](const ScheduleNews&) {}};
  office.clock.set(office.instant("2021-01-01 12:00"));
  while (office.clock.now() < office.instant("2022-01-01 12:00")) {
    static_cast<void>(scheduler.turn());
    alarm.pass(30min);
  }
  const auto all = nights(office);
  REQUIRE(all.size() == 366);
  for (std::size_t n = 0; n < all.size(); ++n) {
    CHECK(all[n].day == day("2022-01-01") - std::chrono::days(n));
    CHECK_FALSE(all[n].missed_from);
    CHECK(office.zone.date(all[n].as_of) == all[n].day);
  }
}

TEST_CASE("the report says what check says, and how far history reaches for evidence outside", "[nightly]") {
  Office office;
  office.clock.set(office.instant("2020-05-26 00:30"));
  const auto late = office.done("", "arrive", "2020-05-20 09:00").record;
  office.done("", "arrive", "2020-05-21 09:00");
  const auto report = nlohmann::json::parse(run_night(office.desk, "a").night.report);
  CHECK(report["day"] == "2020-05-26");
  CHECK(report["as_of"] == "2020-05-26T00:30:00+08:00");
  CHECK(report["open"] == 2);
  CHECK(report["summary"]["answer"] == nlohmann::json{{"on_time", 0}, {"late", 0}, {"open", 1}, {"overdue", 1}});
  CHECK(report["overdue"]["count"] == 1);
  CHECK(report["overdue"]["rows"][0]["case"] == late.number);
  CHECK(report["alerts_raised"] == nlohmann::json{{"count", 2}, {"by_level", {{"amber", 1}, {"red", 1}}}});
  CHECK(report["history"]["position"] == 2);
  const std::string digest = report["history"]["digest"];
  office.store.read([&](Reading& r) { CHECK(history_digest(r) == digest); });
  office.done(late.id, "answer", "2020-05-25 17:00");
  office.store.read([&](Reading& r) { CHECK(history_digest(r) != digest); });
}

TEST_CASE("a time of day is read strictly", "[nightly]") {
  CHECK(read_time_of_day("00:00") == 0ms);
  CHECK(read_time_of_day("23:59") == 23h + 59min);
  for (const char* bad : {"", "24:00", "1:00", "01:60", "01-00", "01:00:00", "-1:00", "ab:cd"})
    CHECK_FALSE(read_time_of_day(bad));
}
