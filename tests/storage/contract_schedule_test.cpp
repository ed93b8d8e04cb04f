#include "engine/error.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <catch2/catch.hpp>

using engine::Instant;
using engine::Lease;
using engine::Night;
using engine::Reading;
using engine::Writing;
using tests::at;
using tests::code_of;
using tests::InMemory;
using tests::OnSqlite;
using tests::Tale;

namespace {

Tale with_plan(int n, std::int64_t warn, std::int64_t due) {
  Tale tale{n};
  tale.record.deadlines = {tests::clock("plan", 0, warn, due)};
  return tale;
}

engine::Date day(int n) { return engine::Date{std::chrono::days{22'000 + n}}; }

}  // namespace

TEMPLATE_TEST_CASE("the next alert point and the next due instant are those of counting clocks not yet alerted",
                   "[contract][schedule]", OnSqlite, InMemory) {
  TestType on;
  Tale one = with_plan(1, 50, 100), paused = with_plan(2, 10, 20);
  paused.record.deadlines[0].pauses = {{at(5), std::nullopt}};
  on.store.write([&](Writing& w) {
    one.open().store(w);
    paused.open().store(w);
  });
  on.store.read([](Reading& r) {
    CHECK(r.next_alert(Instant::min()) == at(50));
    CHECK_FALSE(r.next_alert(at(50)));
    CHECK(r.next_due("plan", Instant::min()) == at(100));
    CHECK_FALSE(r.next_due("plan", at(100)));
    CHECK_FALSE(r.next_due("visit", Instant::min()));
    CHECK(r.count_unalerted(at(49)) == 0);
    CHECK(r.count_unalerted(at(50)) == 1);
  });
  on.store.write([&](Writing& w) {
    w.raise({one.record.id, "plan", 1, "amber", at(100), at(50), at(60), "li", false});
  });
  on.store.read([&](Reading& r) {
    CHECK(r.next_alert(Instant::min()) == at(100));
    std::vector<std::string> levels;
    r.each_alert_since(at(60), [&](const engine::Alert& a) {
      levels.push_back(a.level);
      return true;
    });
    CHECK(levels == std::vector<std::string>{"amber"});
    r.each_alert_since(at(61), [&](const engine::Alert&) {
      levels.clear();
      return true;
    });
    CHECK(levels.size() == 1);
  });
}

TEMPLATE_TEST_CASE("the position grows with every entry, and names the cases that moved since", "[contract][schedule]",
                   OnSqlite, InMemory) {
  TestType on;
  Tale one{1}, two{2};
  std::int64_t before = 0;
  on.store.write([&](Writing& w) { one.open().store(w); });
  on.store.read([&](Reading& r) { before = r.position(); });
  on.store.write([&](Writing& w) {
    two.open().store(w);
    one.work().work().store(w);
  });
  CHECK_THROWS(on.store.write([&](Writing& w) {
    Tale{3}.open().store(w);
    throw std::out_of_range("lost");
  }));
  on.store.read([&](Reading& r) {
    CHECK(r.position() == before + 3);
    CHECK(r.moved_since(before) == std::vector{two.record.id, one.record.id});
    CHECK(r.moved_since(r.position()).empty());
    std::vector<std::pair<std::string, std::string>> heads;
    r.each_head([&](std::string_view id, std::int64_t revision, std::string_view head) {
      heads.emplace_back(id, std::to_string(revision) + std::string(head));
    });
    CHECK(heads == std::vector<std::pair<std::string, std::string>>{{one.record.id, "3" + one.record.head},
                                                                    {two.record.id, "1" + two.record.head}});
  });
}

TEMPLATE_TEST_CASE("the lease is one row whose fencing number grows with every holder", "[contract][schedule]",
                   OnSqlite, InMemory) {
  TestType on;
  on.store.read([](Reading& r) { CHECK_FALSE(r.lease()); });
  const Lease first{"a", 1, 1, at(0), at(0), at(1), {}, 0};
  const Lease second{"b", 2, 2, at(5), at(6), at(7), at(6), 3};
  for (const Lease& lease : {first, second}) on.store.write([&](Writing& w) { w.put_lease(lease); });
  on.store.read([&](Reading& r) { CHECK(r.lease() == second); });
  Lease stale = first;
  CHECK(code_of([&] { on.store.write([&](Writing& w) { w.put_lease(stale); }); }) == "history_refused");
  stale.fence = 2;
  CHECK(code_of([&] { on.store.write([&](Writing& w) { w.put_lease(stale); }); }) == "history_refused");
  CHECK_THROWS(on.store.write([&](Writing& w) {
    w.put_lease({"c", 3, 3, at(8), at(8), at(9), {}, 0});
    throw std::out_of_range("lost");
  }));
  on.store.read([&](Reading& r) { CHECK(r.lease() == second); });
}

TEMPLATE_TEST_CASE("a night has one run, which is never changed; the newest comes first", "[contract][schedule]",
                   OnSqlite, InMemory) {
  TestType on;
  const Night one{day(1), at(1), {}, "a", R"({"open":1})"}, three{day(3), at(3), day(2), "a", R"({"open":3})"};
  on.store.write([&](Writing& w) {
    CHECK(w.put_night(one));
    CHECK(w.put_night(three));
    CHECK_FALSE(w.put_night({day(1), at(9), {}, "b", "{}"}));
  });
  on.store.read([&](Reading& r) {
    CHECK(r.night(day(1)) == one);
    CHECK_FALSE(r.night(day(2)));
    CHECK(r.nights(10) == std::vector{three, one});
    CHECK(r.nights(1) == std::vector{three});
  });
}

TEST_CASE("plain SQL cannot turn the fencing number back or change the report of a night", "[guards][schedule]") {
  OnSqlite on;
  on.store.write([](Writing& w) {
    w.put_lease({"a", 5, 1, at(0), at(0), at(1), {}, 0});
    w.put_night({day(1), at(1), {}, "a", "{}"});
  });
  for (const char* sql : {"UPDATE lease SET fence = 4", "UPDATE lease SET owner = 'b'", "DELETE FROM lease",
                          "UPDATE nights SET report = ''", "DELETE FROM nights"})
    CHECK_FALSE(tests::plain_sql(on.scratch.file(), sql).empty());
}
