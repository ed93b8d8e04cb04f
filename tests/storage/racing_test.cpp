#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <atomic>
#include <thread>

#include <catch2/catch.hpp>

using engine::Writing;
using tests::at;
using tests::Tale;

namespace {

constexpr int cases = 1000;

void store_due_cases(storage::SqliteStore& store) {
  store.write([](Writing& w) {
    w.put_transitions(tests::relation());
    for (int n = 0; n < cases; ++n) {
      Tale tale{n};
      tale.record.deadlines = {tests::clock("plan", 0, 10, 100 + n)};
      tale.open().store(w);
    }
  });
}

// A scheduler's round: what waits is looked for under the write lock, in batches, oldest first. Gives how many it
// raised.
int sweep(storage::SqliteStore& store) {
  int raised = 0;
  for (bool more = true; more;)
    store.write([&](Writing& w) {
      const auto rows = w.unalerted(at(9999), 100);
      more = !rows.empty();
      for (const auto& row : rows)
        for (const auto& point : row.deadline.points)
          raised += w.raise({row.case_id, row.deadline.name, row.deadline.cycle, point.level, row.deadline.due,
                             point.at, at(9999), "holder", false});
    });
  return raised;
}

}  // namespace

TEST_CASE("two schedulers that race over the same clocks raise each alert once (field-lessons rows 31, 41, 48)",
          "[racing]") {
  const tests::Scratch scratch;
  storage::SqliteStore one{scratch.file(), tests::fresh()}, two{scratch.file()};
  store_due_cases(one);
  std::atomic<int> raised = 0;
  {
    std::jthread first{[&] { raised += sweep(one); }}, second{[&] { raised += sweep(two); }};
  }
  CHECK(raised == 2 * cases);
  CHECK(tests::plain_value(scratch.file(), "SELECT count(*) FROM alerts") == std::to_string(2 * cases));
}

TEST_CASE("readers see whole transactions only while writers of two stores take turns", "[racing]") {
  const tests::Scratch scratch;
  storage::SqliteStore one{scratch.file(), tests::fresh()}, two{scratch.file()};
  one.write([](Writing& w) { w.put_transitions(tests::relation()); });
  const auto write_pairs = [](storage::SqliteStore& store, int first) {
    for (int n = first; n < first + 60; n += 2)
      store.write([&](Writing& w) {
        Tale{n}.open().store(w);
        Tale{n + 1}.open().store(w);
      });
  };
  std::atomic<int> odd = 0;
  {
    std::jthread first{[&] { write_pairs(one, 0); }}, second{[&] { write_pairs(two, 1000); }};
    for (int n = 0; n < 100; ++n) two.read([&](engine::Reading& r) { odd += static_cast<int>(r.all_cases() % 2); });
  }
  CHECK(odd == 0);
  one.read([](engine::Reading& r) { CHECK(r.all_cases() == 120); });
}

TEST_CASE("each writer of many gets its turn within the limit", "[racing][lock]") {
  const tests::Scratch scratch;
  storage::SqliteStore store{scratch.file(), tests::fresh()};
  constexpr int writers = 6, each = 25;
  std::atomic<int> done = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < writers; ++t)
      threads.emplace_back([&] {
        for (int n = 0; n < each; ++n) {
          store.write([](Writing& w) { w.take_number("register"); });
          ++done;
        }
      });
  }
  CHECK(done == writers * each);
  store.read([](engine::Reading& r) { CHECK(r.series().at(0).second == writers * each); });
}
