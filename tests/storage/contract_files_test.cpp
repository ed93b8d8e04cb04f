#include "storage/sqlite_store.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <catch2/catch.hpp>

using engine::Reading;
using engine::Writing;
using tests::id_of;
using tests::InMemory;
using tests::OnSqlite;
using tests::Tale;

namespace {

/// Five cases of one to five entries, with a clock or two.
std::vector<Tale> five_tales(engine::Store& store) {
  std::vector<Tale> tales;
  for (int n = 1; n <= 5; ++n) {
    Tale tale{n};
    for (int clock = 0; clock < n % 3; ++clock)
      tale.record.deadlines.push_back(tests::clock("plan", n, 10, 20 + clock));
    tale.open();
    for (int step = 1; step < n; ++step) tale.work();
    tales.push_back(std::move(tale));
  }
  store.write([&](Writing& w) {
    for (auto& tale : tales) tale.store(w);
  });
  return tales;
}

void check_file(const engine::CaseFile& file, const Tale& tale) {
  CHECK(std::vector(file.entries.begin(), file.entries.end()) == tale.entries);
  REQUIRE(file.record != nullptr);
  CHECK(*file.record == tale.record);
}

}  // namespace

TEMPLATE_TEST_CASE("the case files of a range come whole and in order of id", "[contract]", OnSqlite, InMemory) {
  TestType on;
  const auto tales = five_tales(on.store);
  on.store.read([&](Reading& r) {
    std::size_t next = 0;
    r.each_file({}, [&](const auto& file) { check_file(file, tales.at(next++)); });
    CHECK(next == 5);
    next = 1;
    r.each_file({id_of(1), id_of(3)}, [&](const auto& file) { check_file(file, tales.at(next++)); });
    CHECK(next == 3);
  });
}

TEMPLATE_TEST_CASE("ranges follow each other to the end, none without a case", "[contract]", OnSqlite, InMemory) {
  TestType on;
  five_tales(on.store);
  on.store.read([&](Reading& r) {
    std::vector<std::string> ends;
    for (auto range = r.range_after("", 4); !range.last.empty(); range = r.range_after(range.last, 4))
      ends.push_back(range.last);
    CHECK(ends == std::vector{id_of(3), id_of(5)});
    CHECK(r.range_after(id_of(5), 4).last.empty());
  });
}

TEST_CASE("several views of a store show one state, whoever writes in between", "[contract]") {
  OnSqlite on;
  auto tales = five_tales(on.store);
  on.store.read_together(3, [&](auto views) {
    REQUIRE(views.size() == 3);
    on.store.write([&](Writing& w) { tales[0].work().store(w); });
    for (Reading* view : views) CHECK(view->history(id_of(1)).size() == 1);
  });
}
