#include "engine/clock_text.hpp"

#include "engine/error.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace engine;

namespace {

Instant at(std::int64_t ms) { return Instant(Milliseconds(ms)); }

rc::Gen<std::string> word() { return rc::gen::nonEmpty(rc::gen::string<std::string>()); }

rc::Gen<std::string> plain_word() {
  return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'z'))),
                      [](std::string text) { return text.substr(0, 12); });
}

ClockEntry some_entry() {
  ClockEntry entry;
  entry.op = static_cast<ClockEntry::Op>(*rc::gen::inRange(0, 6));
  entry.deadline = *plain_word();
  entry.cycle = *rc::gen::inRange(1, 100);
  entry.at = at(*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 4'000'000'000'000));
  if (entry.op == ClockEntry::Op::Meet || entry.op == ClockEntry::Op::Stop || entry.op == ClockEntry::Op::Pause)
    return entry;
  entry.due = at(*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000));
  entry.provisional = *rc::gen::arbitrary<bool>();
  entry.calendar_revision = *plain_word() + "/1";
  const int points = *rc::gen::inRange(0, 4);
  for (int i = 0; i < points; ++i) entry.points.push_back({*plain_word(), at(*rc::gen::inRange(0, 1'000'000))});
  if (entry.op != ClockEntry::Op::Start) return entry;
  entry.standard = *rc::gen::arbitrary<bool>();
  entry.rule_version = *plain_word();
  entry.rule = "workdays:3";
  return entry;
}

ClockEntry started(std::int64_t start, std::int64_t due) {
  ClockEntry entry;
  entry.deadline = "plan";
  entry.at = at(start);
  entry.due = at(due);
  entry.calendar_revision = "cn/1";
  entry.standard = true;
  entry.rule_version = "test";
  entry.rule = "workdays:3";
  return entry;
}

ClockEntry changed(ClockEntry::Op op, std::int64_t when, std::int64_t due = 0) {
  ClockEntry entry;
  entry.op = op;
  entry.deadline = "plan";
  entry.at = at(when);
  entry.due = at(due);
  return entry;
}

}  // namespace

TEST_CASE("clocks read back from their text as they were written", "[clock_text]") {
  CHECK(rc::check([] {
    std::vector<ClockEntry> entries;
    const int count = *rc::gen::inRange(0, 5);
    for (int i = 0; i < count; ++i) entries.push_back(some_entry());
    RC_ASSERT(clocks_from(to_text(entries)) == entries);
  }));
}

TEST_CASE("no text makes the reader of clocks do anything but read or refuse", "[clock_text]") {
  CHECK(rc::check([] {
    const std::string text = *word();
    try {
      (void)clocks_from(text);
    } catch (const Error& error) {
      RC_ASSERT(error.code() == "clock_text");
    }
  }));
}

TEST_CASE("rules read back from their text", "[clock_text]") {
  const Rule rules[] = {ClockTime{std::chrono::minutes(30), false},
                        ClockTime{std::chrono::minutes(30), true},
                        OpenTime{Seconds(1800)},
                        WorkingDays{3},
                        CalendarDays{21},
                        FixedInstant{at(1'604'383'200'000)}};
  for (const Rule& rule : rules) CHECK(rule_from(to_text(rule)) == rule);
  CHECK_THROWS_AS(rule_from("lunar:3"), Error);
  CHECK_THROWS_AS(rule_from("workdays:3x"), Error);
  CHECK_THROWS_AS(rule_from(""), Error);
}

TEST_CASE("clocks have one spelling: a missing, doubled or left-over word is refused", "[clock_text]") {
  const std::string good = "start plan 1 10 100 firm cn/23 standard v workdays:3 red=100;meet plan 1 20";
  REQUIRE(to_text(clocks_from(good)) == good);
  for (const std::string bad : {"start plan 1 10 100 firm cn/23 standard v red=100", "meet 1", "meet plan 1 20 more",
                                "meet plan 01 20", "meet plan 1 -0", "meet plan 1 20;", ";", "meet plan 4294967297 20",
                                "recount plan 1 20 30 firm cn/23 red=1,"}) {
    INFO(bad);
    CHECK_THROWS_AS(clocks_from(bad), Error);
  }
  CHECK_THROWS_AS(rule_from("workdays:4294967297"), Error);
  CHECK_THROWS_AS(rule_from("days:021"), Error);
}

TEST_CASE("every way out of a pause books the pause (field-lessons row 25)", "[clock_text]") {
  using Op = ClockEntry::Op;
  for (const Op way_out : {Op::Resume, Op::Meet, Op::Stop}) {
    std::vector<Deadline> deadlines;
    fold(deadlines, started(0, 100));
    fold(deadlines, changed(Op::Pause, 10));
    CHECK(deadlines.front().paused());
    fold(deadlines, changed(way_out, 30, 120));
    REQUIRE(deadlines.front().pauses.size() == 1);
    CHECK(deadlines.front().pauses.front().to == at(30));
    CHECK_FALSE(deadlines.front().paused());
  }
}

TEST_CASE("a clock that stands still is not overdue, however long it stands", "[clock_text]") {
  std::vector<Deadline> deadlines;
  fold(deadlines, started(0, 100));
  fold(deadlines, changed(ClockEntry::Op::Pause, 90));
  CHECK(status(deadlines.front(), at(1'000'000)) == DeadlineStatus::Open);
}

TEST_CASE("met at the due instant is on time, one millisecond later is late", "[clock_text]") {
  Deadline deadline;
  deadline.due = at(100);
  CHECK(status(deadline, at(100)) == DeadlineStatus::Open);
  CHECK(status(deadline, at(101)) == DeadlineStatus::Overdue);
  deadline.met = at(100);
  CHECK(status(deadline, at(500)) == DeadlineStatus::OnTime);
  deadline.met = at(101);
  CHECK(status(deadline, at(500)) == DeadlineStatus::Late);
}

TEST_CASE("a recount moves the due instant and keeps the earlier pauses (field-lessons row 27)", "[clock_text]") {
  std::vector<Deadline> deadlines;
  fold(deadlines, started(0, 100));
  fold(deadlines, changed(ClockEntry::Op::Pause, 10));
  fold(deadlines, changed(ClockEntry::Op::Resume, 20, 110));
  fold(deadlines, changed(ClockEntry::Op::Recount, 40, 90));
  CHECK(deadlines.front().due == at(90));
  CHECK(deadlines.front().pauses.size() == 1);
}

TEST_CASE("a clock that does not run cannot be met, stopped, paused, resumed or recounted", "[clock_text]") {
  using Op = ClockEntry::Op;
  for (const Op op : {Op::Meet, Op::Stop, Op::Pause, Op::Resume, Op::Recount}) {
    std::vector<Deadline> none;
    CHECK_THROWS_AS(fold(none, changed(op, 10)), Error);
    std::vector<Deadline> ended;
    fold(ended, started(0, 100));
    fold(ended, changed(Op::Meet, 50));
    CHECK_THROWS_AS(fold(ended, changed(op, 60)), Error);
  }
}
