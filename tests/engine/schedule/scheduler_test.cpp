#include "engine/schedule/scheduler.hpp"

#include "tests/engine/schedule/hand_alarm.hpp"
#include "tests/storage/scratch.hpp"

#include <catch2/catch.hpp>

using namespace engine;
using namespace std::chrono_literals;
using Kind = ScheduleNews::Kind;
using Woke = Alarm::Woke;
using toy::HandAlarm;
using toy::Office;

namespace {

/// An office with a scheduler, whose news are kept.
struct Served : Office {
  explicit Served(const std::string& name = "one") { scheduler.emplace(desk, alarm, name, keep()); }

  Scheduler::Tell keep() {
    return [this](const ScheduleNews& one) { news.push_back(one); };
  }
  [[nodiscard]] std::int64_t told(Kind kind) const { return std::ranges::count(news, kind, &ScheduleNews::kind); }
  void run_until(std::string_view local) {
    alarm.on_wait = [this, end = instant(local)](Milliseconds at_most) {
      alarm.stop = clock.now() + at_most > end;
      return Woke::Time;
    };
    scheduler->run();
    alarm.stop = false;
  }

  HandAlarm alarm{clock};
  std::vector<ScheduleNews> news;
  std::optional<Scheduler> scheduler;
};

}  // namespace

TEST_CASE("a scheduler raises each alert one millisecond after its instant, without looking in between",
          "[scheduler]") {
  Served office;
  office.clock.set(office.instant("2020-05-20 09:00"));
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;  // due Mon 25, amber from its opening
  office.run_until("2020-05-27 00:00");
  const auto alerts = office.alerts(one.id);
  REQUIRE(alerts.size() == 3);
  for (const Alert& alert : alerts) CHECK(alert.raised_at == alert.at + 1ms);
  CHECK(office.told(Kind::Swept) == 3);
}

TEST_CASE("create, wait, alert: the whole way works in one program (field-lessons row 47)", "[scheduler]") {
  Served office;
  office.clock.set(office.instant("2020-05-20 09:00"));
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.done(one.id, "answer", "2020-05-20 09:00");
  office.run_until("2020-05-22 00:00");
  CHECK(office.record(one.id).state == "filed");  // the limit within the process took its effect
  CHECK(office.history(one.id).back().recorded_at == office.instant("2020-05-21 17:30") + 1ms);
}

TEST_CASE("downtime of an hour, a day, 5 and 40 days: nothing expires, all comes with its true instant (rows 36, 37)",
          "[scheduler]") {
  const auto down =
      GENERATE(std::chrono::hours(1), std::chrono::hours(24), std::chrono::hours(120), std::chrono::hours(960));
  Served office;
  office.clock.set(office.instant("2020-05-20 09:00"));
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.clock.set(office.instant("2020-05-26 11:00") + down);
  office.run_until(office.local(office.clock.now() + std::chrono::hours(24)));
  const auto alerts = office.alerts(one.id);
  REQUIRE(alerts.size() == 3);  // the warning is kept as superseded, though nobody was there in its time
  CHECK(office.local(alerts[0].at) == "2020-05-25T08:30:00+08:00");
  CHECK(alerts[0].superseded);
  CHECK(office.local(alerts[1].at) == "2020-05-25T17:30:00+08:00");
  CHECK(office.local(alerts[2].at) == "2020-05-26T14:00:00+08:00");
}

TEST_CASE("a clock that steps back re-arms nothing that fired and is not waited for in circles", "[scheduler]") {
  Served office;
  office.clock.set(office.instant("2020-05-20 09:00"));
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.run_until("2020-05-25 18:00");
  REQUIRE(office.alerts(one.id).size() == 2);
  office.clock.set(office.instant("2020-05-21 09:00"));
  office.alarm.waits.clear();
  office.run_until("2020-05-27 00:00");
  CHECK(office.alerts(one.id).size() == 3);
  CHECK(office.told(Kind::ClockBack) == 1);
  CHECK(office.alarm.waits.size() < 6 * 24 * 60 * 60 / 14);  // no more often than its own signs of life
  CHECK(std::ranges::count_if(office.alarm.waits, [](auto wait) { return wait < 5ms; }) < 10);
}

TEST_CASE("a clock that jumps forward is noticed within half a minute at the latest", "[scheduler]") {
  Served office;
  office.clock.set(office.instant("2020-05-20 09:00"));
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  static_cast<void>(office.scheduler->turn());
  CHECK(office.scheduler->turn() <= 30s);
  office.clock.set(office.instant("2020-06-20 09:00"));
  static_cast<void>(office.scheduler->turn());
  CHECK(office.alerts(one.id).size() == 3);
}

TEST_CASE("a practice clock that stands still is not waited for in circles", "[scheduler]") {
  Served office;
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.clock.set(one.deadlines.front().due);  // the next instant is a millisecond away, and never comes
  int rounds = 0;
  office.alarm.on_wait = [&](Milliseconds at_most) {
    office.alarm.pass(at_most);
    office.clock.set(one.deadlines.front().due);
    office.alarm.stop = ++rounds == 1'000;
    return Woke::Change;
  };
  office.scheduler->run();
  CHECK(office.alarm.uptime() > 800s);
}

TEST_CASE("a change wakes the scheduler: what was typed late is alerted at once", "[scheduler]") {
  Served office;
  office.clock.set(office.instant("2020-06-20 09:00"));
  CHECK(office.scheduler->turn() > 1s);
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  static_cast<void>(office.scheduler->turn());
  CHECK(office.alerts(one.id).size() == 3);
}

TEST_CASE("another program changes the calendar: the running one counts by it from its next turn (row 2)",
          "[scheduler]") {
  tests::Scratch scratch;
  Office other;  // only for its clock, process and words
  storage::SqliteStore served{scratch.file(), tests::fresh()}, typed{scratch.file()};
  served.write([&](Writing& w) {
    w.put_transitions(other.process.transitions());
    w.put_centre({"town", "T", "town", "", "T〔{year}〕{number:04}号", "({year}){number}", ""});
    w.put_person({"li", "李某", "", "town", "", "", {"clerk"}, true, {}, {}});
  });
  Desk running{served, other.process, other.clock}, typing{typed, other.process, other.clock};
  HandAlarm alarm{other.clock};
  Scheduler scheduler{running, alarm, "one", [](const ScheduleNews&) {}};
  other.clock.set(other.instant("2020-05-20 09:00"));
  const auto one = std::get<Done>(typing.tell("", other.happening("arrive", "2020-05-20 09:00"))).record;
  static_cast<void>(scheduler.turn());
  other.clock.set(other.instant("2020-05-22 09:00"));
  typed.write([&](Writing& w) {
    w.put_calendar(
        {0, "own",
         R"({"years":{"2020":{"notice":[],"off":[{"name":"closed","from":"2020-05-25","to":"2020-05-25"}],"work":[]}}})",
         "li", "test", other.clock.now()});
  });
  typing.together([&](Batch& batch) {
    auto trip = batch.find(one.id);
    REQUIRE(trip->recount({"li", "town", {}}, "closed"));
    trip->store();
  });
  other.clock.set(other.instant("2020-05-25 18:00"));  // the old due instant has passed, the new one has not
  static_cast<void>(scheduler.turn());
  served.read([&](Reading& r) { CHECK(r.alerts(one.id).empty()); });
  const auto late = std::get<Done>(running.tell("", other.happening("arrive", "2020-05-22 10:00"))).record;
  CHECK(other.local(late.deadlines.front().due) == "2020-05-28T17:30:00+08:00");  // the running one counts so too
  other.clock.set(other.instant("2020-05-26 18:00"));
  static_cast<void>(scheduler.turn());
  served.read([&](Reading& r) { CHECK(r.alerts(one.id).size() == 2); });
}

TEST_CASE("a second value of a deadline is alerted the same day, the first is never alerted again (rows 31, 32)",
          "[scheduler]") {
  Served office;
  office.clock.set(office.instant("2020-05-20 09:00"));
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  office.run_until("2020-05-26 09:00");
  office.set_day_off("2020-05-25");
  office.desk.together([&](Batch& batch) {
    auto trip = batch.find(one.id);
    REQUIRE(trip->recount({"li", "town", {}}, "closed"));
    trip->store();
  });
  office.run_until("2020-05-26 18:00");
  CHECK(office.alerts(one.id).size() == 4);
  office.run_until("2020-05-28 18:00");
  CHECK(office.alerts(one.id).size() == 5);
}

TEST_CASE("no alert follows a step that was faster; the holder is read where it is raised (rows 48, 49)",
          "[scheduler]") {
  Served office;
  office.clock.set(office.instant("2020-05-20 09:00"));
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  const auto due = one.deadlines.front().due;
  office.clock.set(due);
  static_cast<void>(office.scheduler->turn());
  office.alarm.on_wait = [&](Milliseconds) {  // somebody answers while the scheduler sleeps to the instant after
    office.done(one.id, "answer", "2020-05-25 17:30");
    office.alarm.pass(1ms);
    office.alarm.stop = true;
    return Woke::Time;
  };
  office.scheduler->run();
  office.alarm.stop = false;
  static_cast<void>(office.scheduler->turn());
  CHECK(office.alerts(one.id).size() == 1);  // the warning of the morning alone
}

TEST_CASE("asked to end, a scheduler finishes its batch, gives the lease back and leaves the rest to the next",
          "[scheduler]") {
  Served office;
  office.desk.together([&](Batch& batch) {
    for (int i = 0; i < 250; ++i) {
      Trip trip = batch.open("town");
      REQUIRE(std::holds_alternative<Taken>(trip.step(office.happening("arrive", "2020-05-20 09:00"))));
      trip.store();
    }
  });
  office.clock.set(office.instant("2020-06-20 09:00"));
  office.alarm.stop = true;
  office.scheduler->run();
  office.store.read([&](Reading& r) {
    CHECK(r.count_unalerted(office.clock.now()) == 250);
    CHECK(r.lease()->owner.empty());
  });
  CHECK(office.told(Kind::Ended) == 1);
  office.alarm.stop = false;
  static_cast<void>(office.scheduler->turn());
  office.store.read([&](Reading& r) { CHECK(r.count_unalerted(office.clock.now()) == 0); });
}

TEST_CASE("a case that cannot be moved is told once, stops nobody else and is not tried in circles", "[scheduler]") {
  Served office;
  const auto bad = office.done("", "arrive", "2020-05-20 09:00").record;
  const auto good = office.done("", "arrive", "2020-05-20 09:01").record;
  for (const auto& one : {bad, good}) office.done(one.id, "answer", "2020-05-20 10:00");
  office.process.refuse_to_move(bad.number);
  office.clock.set(office.instant("2020-06-01 09:00"));
  for (int n = 0; n < 5; ++n) static_cast<void>(office.scheduler->turn());
  CHECK(office.record(good.id).state == "filed");
  CHECK(office.record(bad.id).state == "answered");
  CHECK(office.told(Kind::CaseFault) == 1);
  CHECK(office.scheduler->turn() > 1s);
}

TEST_CASE("a fault of the world is told and tried again, more and more rarely; then work goes on", "[scheduler]") {
  Served office;
  struct Broken : Store {
    explicit Broken(Store& store) : whole(store) {}
    void read(const std::function<void(Reading&)>& work) override { whole.read(work); }
    void write(const std::function<void(Writing&)>&) override {
      throw Error(Error::Kind::Fault, "disk_full", "The disk is full.");
    }
    Store& whole;
  } broken{office.store};
  Desk desk{broken, office.process, office.clock};
  Scheduler scheduler{desk, office.alarm, "two", office.keep()};
  office.alarm.on_wait = [&](Milliseconds) {
    office.alarm.stop = office.alarm.waits.size() == 8;
    return Woke::Time;
  };
  scheduler.run();
  CHECK(office.told(Kind::Fault) >= 8);
  CHECK(office.alarm.waits.front() == 1s);
  CHECK(office.alarm.waits.back() == 30s);
}
