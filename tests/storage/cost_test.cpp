#include "storage/sqlite_writing.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>

using engine::Writing;
using tests::at;
using tests::Tale;

namespace {

/// `due` clocks are due by minute 100, the others far later.
void fill(storage::SqliteStore& store, int open, int due) {
  store.write([&](Writing& w) {
    w.put_transitions(tests::relation());
    for (int n = 0; n < open; ++n) {
      Tale tale{n};
      tale.record.deadlines = {n < due ? tests::clock("plan", 0, 10, 20) : tests::clock("plan", 0, 1'000, 2'000)};
      tale.open().store(w);
    }
  });
}

int count_one(void* counter) {
  ++*static_cast<std::int64_t*>(counter);
  return 0;
}

/// The steps SQLite takes for what a check reads: a measure of cost that no busy machine can blur.
std::int64_t steps_of_a_check(storage::SqliteStore& store) {
  std::int64_t steps = 0;
  store.inspect([&](storage::Connection& connection) {
    const std::string org = "main";
    storage::SqliteWriting reading(connection, org);
    sqlite3* handle = connection.database().getHandle();
    sqlite3_progress_handler(handle, 1, count_one, &steps);
    reading.each_warned(at(100), [](const engine::DeadlineRow&) { return true; });
    (void)reading.unalerted(at(100), 100);
    (void)reading.expired("plan", at(100), 100);
    (void)reading.open_cases();
    (void)reading.clock_counts();
    (void)reading.next_alert(engine::Instant::min());
    (void)reading.next_alert(at(100));
    (void)reading.next_due("plan", at(100));
    (void)reading.count_unalerted(at(100));
    (void)reading.lease();
    (void)reading.nights(1);
    sqlite3_progress_handler(handle, 0, nullptr, nullptr);
  });
  return steps;
}

/// The steps it takes to raise one alert.
std::int64_t steps_of_an_alert(const std::string& file) {
  std::int64_t steps = 0;
  storage::Connection connection{file, {}, storage::Connection::Mode::ReadWrite};
  const std::string org = "main";
  storage::SqliteWriting writing(connection, org);
  connection.run("BEGIN IMMEDIATE");
  const auto row = writing.unalerted(at(100), 1).at(0);
  sqlite3_progress_handler(connection.database().getHandle(), 1, count_one, &steps);
  writing.raise({row.case_id, "plan", 1, "amber", row.deadline.due, at(10), at(100), "li", false});
  sqlite3_progress_handler(connection.database().getHandle(), 0, nullptr, nullptr);
  connection.run("ROLLBACK");
  return steps;
}

/// The steps it takes to tell which cases moved with the last ten entries.
std::int64_t steps_of_the_news(storage::SqliteStore& store) {
  std::int64_t steps = 0;
  store.inspect([&](storage::Connection& connection) {
    const std::string org = "main";
    storage::SqliteWriting reading(connection, org);
    sqlite3_progress_handler(connection.database().getHandle(), 1, count_one, &steps);
    CHECK(reading.moved_since(reading.position() - 10).size() == 5);
    sqlite3_progress_handler(connection.database().getHandle(), 0, nullptr, nullptr);
  });
  return steps;
}

/// The steps it takes to show the last ten of the cases that a filter lets through.
std::int64_t steps_of_a_page(storage::SqliteStore& store, engine::CaseFilter filter, const std::string& after) {
  std::int64_t steps = 0;
  filter.open_only = false;
  filter.after = after;
  store.inspect([&](storage::Connection& connection) {
    const std::string org = "main";
    storage::SqliteWriting reading(connection, org);
    int shown = 0;
    sqlite3_progress_handler(connection.database().getHandle(), 1, count_one, &steps);
    reading.each_case(filter, [&](const engine::CaseRecord&) { return ++shown < 10; });
    sqlite3_progress_handler(connection.database().getHandle(), 0, nullptr, nullptr);
    CHECK(shown == 10);
  });
  return steps;
}

/// An archive in which each tenth case is of another centre, kind and holder.
void fill_archive(storage::SqliteStore& store, int cases) {
  store.write([&](Writing& w) {
    w.put_transitions(tests::relation());
    for (int n = 0; n < cases; ++n) {
      Tale tale{n};
      if (n % 10 == 0) tale.record.centre = tale.record.kind = tale.record.holder = "rare";
      tale.open().end().store(w);
    }
  });
}

}  // namespace

TEST_CASE("the cost of an alert does not grow with what is open (field-lessons rows 41, 42)", "[cost]") {
  tests::OnSqlite few, many;
  fill(few.store, 200, 10);
  fill(many.store, 4'000, 10);
  const auto cost = steps_of_an_alert(few.scratch.file());
  REQUIRE(cost > 10);
  CHECK(steps_of_an_alert(many.scratch.file()) == cost);
}

TEST_CASE("the cost of a check follows what is due, not what is open (field-lessons row 42)", "[cost]") {
  tests::OnSqlite few, many;
  fill(few.store, 200, 10);
  fill(many.store, 4'000, 10);
  const auto cost = steps_of_a_check(few.store);
  REQUIRE(cost > 10);
  CHECK(steps_of_a_check(many.store) == cost);
}

TEST_CASE("the cost of a page of cases does not grow with the archive, whatever narrows it", "[cost]") {
  tests::OnSqlite few, many;
  fill_archive(few.store, 300);
  fill_archive(many.store, 3'000);
  engine::CaseFilter by_state, by_centre, by_kind, by_holder;
  by_state.state = "over";
  by_centre.centre = by_kind.kind = by_holder.holder = "rare";
  for (const auto& filter : {engine::CaseFilter{}, by_state, by_centre, by_kind, by_holder}) {
    const auto cost = steps_of_a_page(few.store, filter, tests::id_of(195));
    REQUIRE(cost > 10);
    CHECK(steps_of_a_page(many.store, filter, tests::id_of(2'895)) == cost);
  }
}

TEST_CASE("the cost of telling what is new does not grow with the history", "[cost]") {
  tests::OnSqlite few, many;
  fill_archive(few.store, 100);
  fill_archive(many.store, 3'000);
  const auto cost = steps_of_the_news(few.store);
  REQUIRE(cost > 10);
  CHECK(steps_of_the_news(many.store) == cost);
}
