#include "engine/counting.hpp"
#include "engine/time/text.hpp"
#include "tests/workflows/a_case.hpp"
#include "workflows/dispute_process.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using Points = std::vector<std::string>;

namespace {

const engine::Site& office() {
  static const engine::Site site = engine::Site::standard();  // Monday to Friday 08:30-12:00 and 13:30-17:30
  return site;
}

std::string local(engine::Instant at) { return engine::format_instant(at, office().zone()).substr(0, 16); }

/// The levels of a promise that begins at a local time, each with its own local time.
Points points(std::string_view deadline, const engine::Rule& rule, std::string_view start) {
  static const auto process = workflows::make_dispute_process();
  const engine::ClockChange change{engine::ClockChange::Op::Start,
                                   deadline,
                                   1,
                                   engine::parse_instant(start, office().zone()),
                                   rule,
                                   "xiaozhan-2020"};
  Points found;
  for (const auto& point : engine::counted(change, *process, {}, office()).points)
    found.push_back(point.level + " " + local(point.at));
  return found;
}

std::string_view tells(std::string_view deadline, std::string_view level) {
  static const auto process = workflows::make_dispute_process();
  const auto& kinds = process->deadline_kinds();
  const auto kind = std::ranges::find(kinds, deadline, &engine::DeadlineKind::name);
  REQUIRE(kind != kinds.end());
  const auto found = std::ranges::find(kind->levels, level, &engine::LevelRule::level);
  return found == kind->levels.end() ? std::string_view() : found->tells;
}

}  // namespace

TEST_CASE("reception warns after 20 minutes, is red at 30, and goes up the line in opening time") {
  CHECK(points("reception", engine::ClockTime{30min}, "2020-05-20 09:00") ==
        Points{"amber 2020-05-20T09:20", "red 2020-05-20T09:30", "supervisor 2020-05-20T09:30",
               "director 2020-05-20T10:00"});
  // Somebody who came at 11:50 waits through lunch; nobody is disturbed for it before the afternoon.
  CHECK(points("reception", engine::ClockTime{30min}, "2020-05-20 11:50").back() == "director 2020-05-20T14:00");
}

TEST_CASE("the plan warns at the start of its third working day; the director is told half a day after it is red") {
  CHECK(points("plan", engine::WorkingDays{3}, "2020-05-21 15:00") ==
        Points{"amber 2020-05-26T08:30", "red 2020-05-26T17:30", "supervisor 2020-05-26T17:30",
               "director 2020-05-27T14:00"});
}

TEST_CASE("the visit warns on its 14th day and its last, both in working time") {
  const auto found = points("visit", engine::CalendarDays{21}, "2020-05-04 10:00");
  REQUIRE(found.size() == 5);
  CHECK(found[0] == "amber 2020-05-18T08:30");
  CHECK(found[1] == "last_day 2020-05-25T08:30");
  CHECK(found[2] == "red 2020-05-25T17:30");
  CHECK(found[4].starts_with("director"));
  // A 14th day that is a rest day is warned of on the working day before it.
  CHECK(points("visit", engine::CalendarDays{21}, "2020-05-09 10:00")[0] == "amber 2020-05-22T08:30");
}

TEST_CASE("each promise is told to the holder, then up the line: supervisor, director") {
  for (const char* promise : {"reception", "plan", "visit"}) {
    CHECK(tells(promise, "red") == (promise == std::string("reception") ? "role:receptionist" : "holder"));
    CHECK(tells(promise, "supervisor") == "role:supervisor");
    CHECK(tells(promise, "director") == "role:director");
  }
}

TEST_CASE("every level of every limit comes no earlier than the one before it (field-lessons row 19)") {
  const auto process = workflows::make_dispute_process();
  for (const auto& kind : process->deadline_kinds())
    for (const char* start : {"2020-01-22 16:00", "2020-05-20 11:59", "2020-09-30 17:29", "2020-10-03 03:00"}) {
      auto found = points(kind.name, engine::WorkingDays{3}, start);
      CHECK(std::ranges::is_sorted(found, {}, [](const std::string& one) { return one.substr(one.find(' ')); }));
    }
}

TEST_CASE("who was asked owes the answer, and the unit's person the task; everything else the holder") {
  const auto process = workflows::make_dispute_process();
  workflows_tests::ACase one;
  one.mediating().take("invite", {{"unit", "labour office"}, {"to", "lia"}, {"what", "查工资"}});
  one.take("question", {{"question", "何时"}, {"answerer", "sup"}, {"due", one.at(900)}});
  std::vector<std::string> owing;
  for (const auto& clock : one.record().deadlines)
    if (clock.running()) owing.push_back(clock.name + ":" + process->owes(one.record(), clock));
  std::ranges::sort(owing);
  CHECK(owing == std::vector<std::string>{"mediation:", "question:sup", "task:lia"});
}
