#include "engine/schedule/health.hpp"

#include "engine/check.hpp"
#include "engine/schedule/scheduler.hpp"
#include "tests/engine/schedule/hand_alarm.hpp"

#include <catch2/catch.hpp>

using namespace engine;
using namespace std::chrono_literals;
using toy::Office;

namespace {

constexpr GroundState roomy{std::int64_t{1} << 40U, true};

Health health_of(Office& office, const GroundState& ground = roomy) {
  Health found;
  office.store.read([&](Reading& r) { found = health(r, *office.desk.world(r), office.clock.now(), ground); });
  return found;
}

std::vector<std::string> codes(const Health& health) {
  std::vector<std::string> found;
  for (const auto& finding : health.findings) found.push_back(finding.code);
  return found;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a scheduler that dies silently turns health red after two periods (field-lessons row 38)", "[health]") {
  Office office;
  office.clock.set(office.instant("2020-05-20 09:00"));
  CHECK(codes(health_of(office)) == Codes{"scheduler_never"});
  toy::HandAlarm alarm{office.clock};
  Scheduler scheduler{office.desk, alarm, "one", [](const ScheduleNews&) {}};
  static_cast<void>(scheduler.turn());
  CHECK(health_of(office).healthy());
  alarm.pass(2 * lease_beat);
  CHECK(health_of(office).healthy());
  alarm.pass(1ms);
  CHECK(codes(health_of(office)) == Codes{"scheduler_dead"});
  static_cast<void>(scheduler.turn());
  CHECK(health_of(office).healthy());
  scheduler.end();
  CHECK(codes(health_of(office)) == Codes{"scheduler_stopped"});
}

TEST_CASE("health sees a clock set back, a missing night, a full and a locked disk, each by name", "[health]") {
  Office office;
  office.clock.set(office.instant("2020-05-20 09:00"));
  toy::HandAlarm alarm{office.clock};
  Scheduler scheduler{office.desk, alarm, "one", [](const ScheduleNews&) {}};
  static_cast<void>(scheduler.turn());
  CHECK(codes(health_of(office, {1 << 20U, true})) == Codes{"disk_full"});
  CHECK(codes(health_of(office, {std::int64_t{1} << 40U, false})) == Codes{"not_writable"});
  office.clock.set(office.instant("2020-05-20 08:00"));
  CHECK(codes(health_of(office)) == Codes{"clock_set_back"});
  office.clock.set(office.instant("2020-05-21 03:00"));
  CHECK(codes(health_of(office)) == Codes{"scheduler_dead", "night_missing"});
}

TEST_CASE("alerts that nobody raised are counted with the oldest, overdue limits by their age", "[health]") {
  Office office;
  for (const char* arrived : {"2020-05-20 09:00", "2020-05-21 09:00", "2020-04-01 09:00"})
    office.done("", "arrive", arrived);
  office.clock.set(office.instant("2020-05-26 18:00"));
  const Health red = health_of(office);
  CHECK(red.unraised == 3);
  CHECK(office.local(*red.oldest_unraised) == "2020-04-07T08:30:00+08:00");
  CHECK(red.overdue == 3);
  CHECK(red.overdue_ages[0].count == 1);  // half an hour
  CHECK(red.overdue_ages[2].count == 1);  // a day and a half hour
  CHECK(red.overdue_ages[5].count == 1);  // weeks
  CHECK(codes(red) == Codes{"scheduler_never", "alerts_unraised"});
  static_cast<void>(sweep(office.desk));
  CHECK(health_of(office).unraised == 0);
  CHECK(health_of(office).overdue == 3);
}
