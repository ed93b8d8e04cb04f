#include "engine/schedule/lease_keeper.hpp"
#include "engine/schedule/scheduler.hpp"
#include "tests/engine/schedule/hand_alarm.hpp"

#include <catch2/catch.hpp>

using namespace engine;
using namespace std::chrono_literals;
using toy::HandAlarm;
using toy::Office;

namespace {

struct Two : Office {
  Two() { clock.set(instant("2020-05-20 09:00")); }
  bool keeps(LeaseKeeper& keeper) { return keeper.keep(clock.now(), uptime); }
  void pass(Milliseconds time) {
    clock.set(clock.now() + time);
    uptime += time;
  }
  Lease lease() {
    std::optional<Lease> found;
    store.read([&](Reading& r) { found = r.lease(); });
    REQUIRE(found);
    return *found;
  }
  bool may_write(const LeaseKeeper& keeper) {
    try {
      store.write([&](Writing& w) { keeper.require(w); });
      return true;
    } catch (const LeaseLost&) {
      return false;
    }
  }

  Milliseconds uptime{};
  LeaseKeeper one{store, "one"}, two{store, "two"};
};

}  // namespace

TEST_CASE("of two only one holds the lease; the other has it when it is given back", "[lease]") {
  Two on;
  CHECK(on.keeps(on.one));
  CHECK_FALSE(on.keeps(on.two));
  CHECK(on.two.holder() == "one");
  CHECK(on.may_write(on.one));
  CHECK_FALSE(on.may_write(on.two));
  on.one.give_back(on.clock.now());
  CHECK(on.keeps(on.two));
  CHECK_FALSE(on.may_write(on.one));
  CHECK(on.lease().fence == 2);
}

TEST_CASE("a holder that lives keeps it for days; each sign of life is one write", "[lease]") {
  Two on;
  for (int n = 0; n < 1'000; ++n, on.pass(lease_beat / 3)) {
    REQUIRE(on.keeps(on.one));
    REQUIRE_FALSE(on.keeps(on.two));
  }
  CHECK(on.lease().beats == 334);
}

TEST_CASE("a holder that slept too long has lost it and writes nothing", "[lease]") {
  Two on;
  CHECK(on.keeps(on.one));
  on.pass(lease_term + 1ms);
  CHECK(on.keeps(on.two));
  CHECK_FALSE(on.may_write(on.one));
  CHECK_FALSE(on.keeps(on.one));
  CHECK(on.may_write(on.two));
}

TEST_CASE("a wall clock set back cannot keep a dead holder alive: a whole term of uptime without a beat is enough",
          "[lease]") {
  Two on;
  CHECK(on.keeps(on.one));
  CHECK_FALSE(on.keeps(on.two));
  on.clock.set(on.instant("2019-01-01 00:00"));
  CHECK_FALSE(on.keeps(on.two));
  on.uptime += lease_term;
  CHECK(on.keeps(on.two));
}

TEST_CASE("a wall clock that jumps ahead gives the lease to another once, never to two at a time", "[lease]") {
  Two on;
  CHECK(on.keeps(on.one));
  on.clock.set(on.instant("2020-06-20 09:00"));
  CHECK(on.keeps(on.two));
  CHECK(on.may_write(on.one) + on.may_write(on.two) == 1);
  on.pass(lease_beat);
  CHECK_FALSE(on.keeps(on.one));
  CHECK(on.keeps(on.two));
}

TEST_CASE("a holder that is known to have ended is not waited for", "[lease]") {
  Two on;
  CHECK(on.keeps(on.one));
  LeaseKeeper third{on.store, "three", [](const std::string& owner) { return owner == "one"; }};
  CHECK(on.keeps(third));
  CHECK(on.lease().owner == "three");
}

TEST_CASE("a scheduler whose lease went to another in the middle of its sweep raises nothing more", "[lease]") {
  Office office;
  office.desk.together([&](Batch& batch) {
    for (int i = 0; i < 300; ++i) {
      Trip trip = batch.open("town");
      REQUIRE(std::holds_alternative<Taken>(trip.step(office.happening("arrive", "2020-05-20 09:00"))));
      trip.store();
    }
  });
  office.clock.set(office.instant("2020-06-20 09:00"));
  LeaseKeeper one{office.store, "one"};
  REQUIRE(one.keep(office.clock.now(), 0ms));
  int transactions = 0;
  const SweepOrder order{[&](Writing& w) {
                           if (++transactions == 2) w.put_lease({"two", 2, 9, {}, {}, {}, {}, 0});
                           one.require(w);
                         },
                         {}};
  CHECK_THROWS_AS(sweep(office.desk, order), LeaseLost);
  office.store.read([&](Reading& r) { CHECK(r.count_unalerted(office.clock.now()) == 200); });
}

TEST_CASE("two servers on one database: one raises, the other takes over when it dies", "[lease]") {
  Office office;
  office.clock.set(office.instant("2020-05-20 09:00"));
  const auto one = office.done("", "arrive", "2020-05-20 09:00").record;
  HandAlarm alarm{office.clock};
  std::vector<std::string> raised;
  const auto tell = [&](const char* name) {
    return [&raised, name](const ScheduleNews& news) {
      if (news.kind == ScheduleNews::Kind::Swept) raised.emplace_back(name);
    };
  };
  Scheduler first{office.desk, alarm, "first", tell("first")}, second{office.desk, alarm, "second", tell("second")};
  while (office.clock.now() < office.instant("2020-05-25 12:00")) {
    static_cast<void>(first.turn());
    static_cast<void>(second.turn());
    alarm.pass(10s);
  }
  CHECK(raised == std::vector<std::string>{"first"});
  while (office.clock.now() < office.instant("2020-05-26 12:00")) {  // the first is gone without a word
    static_cast<void>(second.turn());
    alarm.pass(10s);
  }
  CHECK(raised == std::vector<std::string>{"first", "second"});
  CHECK(office.alerts(one.id).size() == 2);
}
