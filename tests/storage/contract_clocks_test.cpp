#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <catch2/catch.hpp>

using engine::DeadlineRow;
using engine::Reading;
using engine::Writing;
using tests::at;
using tests::InMemory;
using tests::OnSqlite;
using tests::Tale;

namespace {

std::vector<std::string> warned(engine::Store& store, engine::Instant until) {
  std::vector<std::string> found;
  store.read([&](Reading& r) {
    r.each_warned(until, [&](const DeadlineRow& row) {
      found.push_back(row.case_number + " " + row.deadline.name);
      return true;
    });
  });
  return found;
}

std::vector<DeadlineRow> unalerted(engine::Store& store, engine::Instant until, std::int64_t limit = 100) {
  std::vector<DeadlineRow> found;
  store.read([&](Reading& r) { found = r.unalerted(until, limit); });
  return found;
}

engine::Alert alert_for(const Tale& tale, std::size_t n, const std::string& level) {
  const auto& d = tale.record.deadlines[n];
  return {tale.record.id, d.name, d.cycle, level, d.due, d.due, at(5000), "holder", false};
}

}  // namespace

TEMPLATE_TEST_CASE("clocks are warned from their first point on, the oldest due first", "[contract]", OnSqlite,
                   InMemory) {
  TestType on;
  Tale early{1}, late{2};
  early.record.deadlines = {tests::clock("visit", 0, 60, 300), tests::clock("plan", 0, 200, 250)};
  late.record.deadlines = {tests::clock("plan", 0, 50, 100)};
  on.store.write([&](Writing& w) {
    early.open().store(w);
    late.open().store(w);
  });
  CHECK(warned(on.store, at(49)).empty());
  CHECK(warned(on.store, at(50)) == std::vector<std::string>{"number 2 plan"});
  CHECK(warned(on.store, at(60)) == std::vector<std::string>{"number 2 plan", "number 1 visit"});
  CHECK(warned(on.store, at(400)) == std::vector<std::string>{"number 2 plan", "number 1 plan", "number 1 visit"});
}

TEMPLATE_TEST_CASE("a warned clock shows its case as it stands now (field-lessons row 43)", "[contract]", OnSqlite,
                   InMemory) {
  TestType on;
  Tale tale{1};
  tale.record.deadlines = {tests::clock("plan", 0, 50, 100)};
  on.store.write([&](Writing& w) { tale.open().store(w); });
  tale.record.holder = "wang";
  tale.record.centre = "v03";
  on.store.write([&](Writing& w) { tale.step("wait", "idle").store(w); });
  std::vector<DeadlineRow> rows;
  on.store.read(
      [&](Reading& r) { r.each_warned(at(100), [&](const DeadlineRow& row) { return rows.push_back(row), true; }); });
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].holder == "wang");
  CHECK(rows[0].centre == "v03");
  CHECK(rows[0].state == "idle");
  CHECK(rows[0].ref == "ref 1");
  CHECK(rows[0].deadline == tale.record.deadlines[0]);
}

TEMPLATE_TEST_CASE("clocks that ended or stand still are not warned, expired or alerted", "[contract]", OnSqlite,
                   InMemory) {
  TestType on;
  Tale tale{1};
  tale.record.deadlines = {tests::clock("plan", 0, 50, 100), tests::clock("plan", 0, 50, 100),
                           tests::clock("plan", 0, 50, 100)};
  tale.record.deadlines[0].met = at(90);
  tale.record.deadlines[1].stopped = at(90);
  tale.record.deadlines[2].pauses = {{at(10), std::nullopt}};
  on.store.write([&](Writing& w) { tale.open().store(w); });
  CHECK(warned(on.store, at(1000)).empty());
  CHECK(unalerted(on.store, at(1000)).empty());
  on.store.read([&](Reading& r) { CHECK(r.expired("plan", at(1000), 10).empty()); });
  tale.record.deadlines[2].pauses = {{at(10), at(20)}};
  on.store.write([&](Writing& w) { tale.work().store(w); });
  CHECK(warned(on.store, at(1000)).size() == 1);
  CHECK(unalerted(on.store, at(1000)).size() == 1);
}

TEMPLATE_TEST_CASE("expired clocks of one name come oldest first up to the limit", "[contract]", OnSqlite, InMemory) {
  TestType on;
  on.store.write([&](Writing& w) {
    for (int n = 1; n <= 5; ++n) {
      Tale tale{n};
      tale.record.deadlines = {tests::clock("offer", 0, 1, 100 - n), tests::clock("plan", 0, 1, 10)};
      tale.open().store(w);
    }
  });
  on.store.read([&](Reading& r) {
    const auto rows = r.expired("offer", at(97), 2);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].case_number == "number 5");
    CHECK(rows[1].case_number == "number 4");
    CHECK(r.expired("offer", at(97), -1).size() == 3);
  });
}

TEMPLATE_TEST_CASE("an alert is raised once for its key, again for a new due value (field-lessons rows 31, 32)",
                   "[contract]", OnSqlite, InMemory) {
  TestType on;
  Tale tale{1};
  tale.record.deadlines = {tests::clock("plan", 0, 50, 100)};
  on.store.write([&](Writing& w) { tale.open().store(w); });
  CHECK(unalerted(on.store, at(49)).empty());
  CHECK(unalerted(on.store, at(50)).size() == 1);
  on.store.write([&](Writing& w) {
    CHECK(w.raise(alert_for(tale, 0, "amber")));
    CHECK_FALSE(w.raise(alert_for(tale, 0, "amber")));
  });
  CHECK(unalerted(on.store, at(99)).empty());
  CHECK(unalerted(on.store, at(100)).size() == 1);
  on.store.write([&](Writing& w) { CHECK(w.raise(alert_for(tale, 0, "red"))); });
  CHECK(unalerted(on.store, at(9999)).empty());
  tale.record.deadlines[0].due = at(110);
  on.store.write([&](Writing& w) { tale.work().store(w); });
  CHECK(unalerted(on.store, at(50)).size() == 1);
  on.store.write([&](Writing& w) { CHECK(w.raise(alert_for(tale, 0, "amber"))); });
  on.store.read([&](Reading& r) { CHECK(r.alerts(tale.record.id).size() == 3); });
}

TEMPLATE_TEST_CASE("an alert of one clock never settles another (field-lessons row 20)", "[contract]", OnSqlite,
                   InMemory) {
  TestType on;
  Tale tale{1};
  tale.record.deadlines = {tests::clock("plan", 0, 50, 100), tests::clock("visit", 0, 50, 100),
                           tests::clock("plan", 0, 50, 100)};
  tale.record.deadlines[2].cycle = 2;
  on.store.write([&](Writing& w) {
    tale.open().store(w);
    w.raise(alert_for(tale, 0, "amber"));
    w.raise(alert_for(tale, 0, "red"));
  });
  const auto left = unalerted(on.store, at(9999));
  REQUIRE(left.size() == 2);
  CHECK(left[0].deadline.name == "visit");
  CHECK(left[1].deadline.cycle == 2);
}

TEMPLATE_TEST_CASE("clocks that wait for an alert come by their oldest open point, up to the limit", "[contract]",
                   OnSqlite, InMemory) {
  TestType on;
  on.store.write([&](Writing& w) {
    for (int n = 1; n <= 3; ++n) {
      Tale tale{n};
      tale.record.deadlines = {tests::clock("plan", 0, 50 - n, 100)};
      tale.open().store(w);
      if (n == 3) w.raise(alert_for(tale, 0, "amber"));
    }
  });
  const auto rows = unalerted(on.store, at(100), 2);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].case_number == "number 2");
  CHECK(rows[1].case_number == "number 1");
  CHECK(unalerted(on.store, at(100), -1).size() == 3);
}

TEMPLATE_TEST_CASE("clocks are counted by what became of them, in the centre that has the case", "[contract]", OnSqlite,
                   InMemory) {
  TestType on;
  Tale tale{1}, other{2};
  tale.record.deadlines = {tests::clock("plan", 0, 50, 100), tests::clock("plan", 0, 50, 100),
                           tests::clock("plan", 0, 50, 100), tests::clock("visit", 0, 50, 100)};
  tale.record.deadlines[0].met = at(100);
  tale.record.deadlines[1].met = at(101);
  tale.record.deadlines[2].stopped = at(20);
  tale.record.deadlines[3].provisional = true;
  other.record.deadlines = {tests::clock("visit", 0, 50, 100)};
  on.store.write([&](Writing& w) {
    tale.open().store(w);
    other.open().store(w);
  });
  tale.record.centre = "v03";
  on.store.write([&](Writing& w) {
    tale.work().store(w);
    other.end().store(w);
  });
  on.store.read([&](Reading& r) {
    const auto counts = r.clock_counts();
    REQUIRE(counts.size() == 3);
    CHECK((counts[0].centre == "town" && counts[0].deadline == "visit" && counts[0].stopped == 1));
    CHECK((counts[1].centre == "v03" && counts[1].deadline == "plan" && counts[1].running == 0));
    CHECK((counts[1].on_time == 1 && counts[1].late == 1 && counts[1].stopped == 1));
    CHECK((counts[2].centre == "v03" && counts[2].deadline == "visit" && counts[2].running == 1));
    CHECK(r.provisional_clocks() == 1);
    CHECK(r.open_cases() == 1);
    CHECK(r.all_cases() == 2);
  });
}
