#include "engine/check.hpp"

#include "tests/engine/office.hpp"

#include <catch2/catch.hpp>

using namespace engine;
using toy::Office;

namespace {

/// Everything the check says, without the alerts it may have raised.
bool same(const CheckReport& a, const CheckReport& b) {
  const auto cases = [](const std::vector<DeadlineRow>& rows) {
    std::vector<std::string> ids;
    for (const DeadlineRow& row : rows) ids.push_back(row.case_id + row.deadline.name);
    return ids;
  };
  return a.summary == b.summary && a.open_cases == b.open_cases && cases(a.overdue) == cases(b.overdue) &&
         cases(a.due_soon) == cases(b.due_soon) && cases(a.limits_overdue) == cases(b.limits_overdue) &&
         cases(a.limits_due_soon) == cases(b.limits_due_soon);
}

}  // namespace

TEST_CASE("the check says what is overdue, what is due soon and how the rest stands", "[check]") {
  Office office;
  const auto late = office.done("", "arrive", "2020-05-20 09:00").record;   // due Mon 25
  const auto soon = office.done("", "arrive", "2020-05-22 09:00").record;   // due Wed 27, amber from its opening
  const auto early = office.done("", "arrive", "2020-05-26 09:00").record;  // due Fri 29
  const auto answered = office.done("", "arrive", "2020-05-20 10:00").record;
  office.done(answered.id, "answer", "2020-05-21 10:00");
  office.clock.set(office.instant("2020-05-27 09:00"));
  const CheckReport report = check_now(office.desk);
  REQUIRE(report.overdue.size() == 1);
  CHECK(report.overdue.front().case_number == late.number);
  REQUIRE(report.due_soon.size() == 1);
  CHECK(report.due_soon.front().case_number == soon.number);
  REQUIRE(report.limits_overdue.size() == 1);
  CHECK(report.limits_overdue.front().case_number == answered.number);
  CHECK(report.summary.at("answer") == Tally{1, 0, 2, 1, 0});
  CHECK(report.open_cases == 4);
  CHECK(early.open);
}

TEST_CASE("a limit within the process is announced before it passes, apart from the promises", "[check]") {
  Office office;
  office.process.warn_of_filing();
  const auto one = office.done("", "arrive", "2020-05-20 10:00").record;
  office.done(one.id, "answer", "2020-05-21 10:00");  // to be filed on Fri 22, amber from its opening
  const auto limits_at = [&](const char* now) {
    office.clock.set(office.instant(now));
    const CheckReport report = check_now(office.desk);
    CHECK(same(report, check_at(office.desk, office.instant(now), AsOf::Occurred)));
    CHECK(report.due_soon.empty());
    return std::pair(report.limits_due_soon.size(), report.limits_overdue.size());
  };
  CHECK(limits_at("2020-05-21 12:00") == std::pair<std::size_t, std::size_t>(0, 0));
  CHECK(limits_at("2020-05-22 10:00") == std::pair<std::size_t, std::size_t>(1, 0));
  CHECK(limits_at("2020-05-25 10:00") == std::pair<std::size_t, std::size_t>(0, 1));
}

TEST_CASE("the check of now equals the check of the same instant from history (field-lessons rows 43, 51)", "[check]") {
  Office office;
  for (int day = 11; day < 29; ++day) {
    const auto one = office.done("", "arrive", "2020-05-" + std::to_string(day) + " 09:00").record;
    if (day % 3 == 0) office.done(one.id, "answer", "2020-05-" + std::to_string(day) + " 16:00");
  }
  for (const char* now : {"2020-05-28 16:00", "2020-05-29 17:30", "2020-05-29 17:30:01", "2020-07-01 00:00"}) {
    office.clock.set(office.instant(now));
    CHECK(same(check_now(office.desk), check_at(office.desk, office.instant(now), AsOf::Occurred)));
  }
}

TEST_CASE("a question about the past is answered as it stood then, by what happened or by what was known", "[check]") {
  Office office;
  office.clock.set(office.instant("2020-05-20 09:00"));
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.clock.set(office.instant("2020-06-30 09:00"));
  office.done(one.id, "answer", "2020-05-22 09:00");  // typed five weeks later
  const Instant then = office.instant("2020-05-26 09:00");
  CHECK(check_at(office.desk, then, AsOf::Occurred).summary.at("answer") == Tally{1, 0, 0, 0, 0});
  CHECK(check_at(office.desk, then, AsOf::Recorded).summary.at("answer") == Tally{0, 0, 0, 1, 0});
  CHECK(check_at(office.desk, office.instant("2020-05-20 08:59"), AsOf::Occurred).open_cases == 0);
}

TEST_CASE(
    "downtime over every level: each is recorded once with its own instant, only the highest is told "
    "(field-lessons rows 31, 35, 36, 37)",
    "[sweep]") {
  for (const char* back : {"2020-05-26 09:00", "2020-05-27 18:00", "2020-07-05 03:00"}) {
    Office office;
    const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
    office.clock.set(office.instant(back));
    const bool all = office.clock.now() > office.instant("2020-05-26 14:00");
    CHECK(sweep(office.desk).alerts_raised == (all ? 3 : 2));
    CHECK(sweep(office.desk).alerts_raised == 0);
    const auto alerts = office.alerts(one.id);
    REQUIRE(alerts.size() == (all ? 3U : 2U));
    CHECK(office.local(alerts[0].at) == "2020-05-25T08:30:00+08:00");
    CHECK(office.local(alerts[1].at) == "2020-05-25T17:30:00+08:00");
    CHECK(alerts[0].superseded);
    CHECK_FALSE(alerts.back().superseded);
    CHECK(alerts.back().raised_at == office.clock.now());
  }
}

TEST_CASE("after a downtime each receiver is told once, of the highest level that is theirs", "[sweep]") {
  Office office;
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.clock.set(office.instant("2020-07-05 03:00"));
  REQUIRE(sweep(office.desk).alerts_raised == 3);
  std::vector<std::string> told;
  for (const Alert& alert : office.alerts(one.id))
    if (!alert.superseded) told.push_back(alert.level + " to " + alert.tells);
  CHECK(told == std::vector<std::string>{"red to li", "director to role:director"});
}

TEST_CASE("who owes what a clock counts is told, not who holds the case", "[sweep]") {
  Office office;
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.process.let_owe("wu");
  office.clock.set(office.instant("2020-05-25 17:31"));
  CHECK(sweep(office.desk).alerts_raised == 2);
  CHECK(office.alerts(one.id).back().tells == "wu");
  office.process.let_owe("");
  const auto two = office.done("", "arrive", "2020-05-20 09:00").record;
  CHECK(sweep(office.desk).alerts_raised == 2);
  CHECK(office.alerts(two.id).back().tells == two.holder);
}

TEST_CASE("nothing is alerted at the due instant, and everything one millisecond after", "[sweep]") {
  Office office;
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.clock.set(one.deadlines.front().due);
  CHECK(sweep(office.desk).alerts_raised == 1);  // the warning of the morning
  office.clock.set(one.deadlines.front().due + Milliseconds(1));
  CHECK(sweep(office.desk).alerts_raised == 1);
}

TEST_CASE("a new due value is alerted anew the same day (field-lessons row 32)", "[sweep]") {
  Office office;
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.clock.set(office.instant("2020-05-26 09:00"));
  CHECK(sweep(office.desk).alerts_raised == 2);
  office.set_day_off("2020-05-25");
  office.desk.together([&](Batch& batch) {
    auto trip = batch.find(one.id);
    REQUIRE(trip->recount({"li", "town", {}}, "closed"));
    trip->store();
  });
  office.clock.set(office.instant("2020-05-26 18:00"));
  CHECK(sweep(office.desk).alerts_raised == 2);
  CHECK(office.alerts(one.id).size() == 4);
}

TEST_CASE("no alert follows a step that was faster (field-lessons row 48)", "[sweep]") {
  Office office;
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.done(one.id, "answer", "2020-05-22 09:00");
  office.done(one.id, "file", "2020-05-22 10:00");
  office.clock.set(office.instant("2020-07-01 09:00"));
  CHECK(sweep(office.desk).alerts_raised == 0);
}

TEST_CASE(
    "an alert tells who holds the case when it is raised, not who held it when the clock began (field-lessons row 49)",
    "[sweep]") {
  Office office;
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  auto taken_over = office.happening("go_on", "2020-05-22 09:00");
  office.done(one.id, "wait", "2020-05-21 09:00");
  taken_over.actor = {"zhao", "town", {"clerk"}};
  REQUIRE(std::holds_alternative<Done>(office.desk.tell(one.id, taken_over)));
  office.clock.set(office.instant("2020-06-30 09:00"));
  CHECK(sweep(office.desk).alerts_raised == 3);
  CHECK(office.alerts(one.id).front().tells == "zhao");
}

TEST_CASE("a standard switched off stops alerts; past breaches stay in history (field-lessons row 23)", "[sweep]") {
  Office office;
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.process.switch_levels_off();
  office.clock.set(office.instant("2020-07-01 09:00"));
  CHECK(sweep(office.desk).alerts_raised == 0);
  CHECK(sweep(office.desk).alerts_raised == 0);
  CHECK(check_now(office.desk).summary.at("answer").overdue == 1);
  CHECK(office.history(one.id).size() == 1);
}

TEST_CASE("a clock that stands still is neither alerted nor overdue; going on moves its due instant", "[sweep]") {
  Office office;
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.done(one.id, "wait", "2020-05-21 09:00");
  office.clock.set(office.instant("2020-06-30 09:00"));
  CHECK(sweep(office.desk).alerts_raised == 0);
  CHECK(check_now(office.desk).overdue.empty());
  const auto again = office.done(one.id, "go_on", "2020-06-30 09:00").record;
  CHECK(office.local(again.deadlines.front().due) == "2020-07-02T17:30:00+08:00");
}

TEST_CASE("a passed limit takes its effect at the instant it passed, once", "[sweep]") {
  Office office;
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.done(one.id, "answer", "2020-05-21 10:00");
  office.clock.set(office.instant("2020-06-01 02:00"));
  CHECK(sweep(office.desk).events == 1);
  CHECK(sweep(office.desk).events == 0);
  const auto record = office.record(one.id);
  CHECK(record.state == "filed");
  CHECK(office.local(record.last_occurred_at) == "2020-05-22T17:30:00+08:00");
  CHECK(office.history(one.id).back().actor == "system");
}

TEST_CASE("every one of many overdue cases is alerted, none left out (field-lessons row 41)", "[sweep]") {
  Office office;
  constexpr int many = 1'234;
  office.desk.together([&](Batch& batch) {
    for (int i = 0; i < many; ++i) {
      Trip trip = batch.open("town");
      REQUIRE(std::holds_alternative<Taken>(trip.step(office.happening("arrive", "2020-05-20 09:00"))));
      trip.store();
    }
  });
  office.clock.set(office.instant("2020-05-25 17:31"));
  CHECK(sweep(office.desk).alerts_raised == 2 * many);
  CHECK(sweep(office.desk).alerts_raised == 0);
}
