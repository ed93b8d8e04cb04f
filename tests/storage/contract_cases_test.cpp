#include "engine/error.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <catch2/catch.hpp>

using engine::CaseFilter;
using engine::CaseRecord;
using engine::Reading;
using engine::Writing;
using tests::code_of;
using tests::InMemory;
using tests::OnSqlite;
using tests::Tale;

namespace {

std::vector<std::string> ids(engine::Store& store, const CaseFilter& filter) {
  std::vector<std::string> found;
  store.read([&](Reading& r) {
    r.each_case(filter, [&](const CaseRecord& record) {
      found.push_back(record.id);
      return true;
    });
  });
  return found;
}

}  // namespace

TEMPLATE_TEST_CASE("a stored case is found by each of its names and reads the same", "[contract]", OnSqlite, InMemory) {
  TestType on;
  Tale tale{1};
  tale.record.second_number = "second 1";
  tale.record.deadlines = {tests::clock("plan", 0, 60, 120), tests::clock("visit", 0, 600, 1200)};
  tale.record.deadlines[1].pauses = {{tests::at(3), tests::at(4)}, {tests::at(7), std::nullopt}};
  tale.open();
  on.store.write([&](Writing& w) { tale.store(w); });
  on.store.read([&](Reading& r) {
    for (const std::string& name :
         {tests::id_of(1), std::string{"number 1"}, std::string{"second 1"}, std::string{"ref 1"}})
      CHECK(r.find_case(name) == tale.record);
    CHECK_FALSE(r.find_case("").has_value());
    CHECK_FALSE(r.find_case("number 2").has_value());
    CHECK(r.history(tale.record.id) == tale.entries);
    CHECK(r.history("nobody").empty());
  });
}

TEMPLATE_TEST_CASE("text of any bytes and any length comes back as it was", "[contract]", OnSqlite, InMemory) {
  TestType on;
  Tale tale{1};
  tale.record.subject = std::string("a\0b\xff\xfe", 5);
  tale.record.facts = std::string(10'000'000, 'x');
  tale.open();
  on.store.write([&](Writing& w) { tale.store(w); });
  on.store.read([&](Reading& r) { CHECK(r.find_case(tale.record.id) == tale.record); });
}

TEMPLATE_TEST_CASE("what a step changed replaces what stood there", "[contract]", OnSqlite, InMemory) {
  TestType on;
  Tale tale{1};
  tale.record.deadlines = {tests::clock("plan", 0, 60, 120), tests::clock("visit", 0, 600, 1200)};
  on.store.write([&](Writing& w) { tale.open().store(w); });
  tale.record.holder = "wang";
  tale.record.centre = "v03";
  tale.record.number = "another number";
  tale.record.deadlines[0].met = tests::at(100);
  tale.record.deadlines.pop_back();
  on.store.write([&](Writing& w) { tale.work().store(w); });
  on.store.read([&](Reading& r) {
    CHECK(r.find_case(tale.record.id) == tale.record);
    CHECK_FALSE(r.find_case("number 1").has_value());
    CHECK(r.find_case("another number").has_value());
  });
}

TEMPLATE_TEST_CASE("a write that throws stores nothing, and the exception goes on", "[contract]", OnSqlite, InMemory) {
  TestType on;
  Tale kept{1}, lost{2};
  on.store.write([&](Writing& w) { kept.open().store(w); });
  const std::string before = tests::everything(on.store, tests::at(9999));
  CHECK_THROWS_AS(on.store.write([&](Writing& w) {
    lost.open().store(w);
    kept.work().store(w);
    w.take_number("register");
    w.put_setting("day_end", "midnight");
    w.note_attempt({"li", "close", "", "not permitted", tests::at(1)});
    throw std::out_of_range("a bug of the caller");
  }),
                  std::out_of_range);
  CHECK(tests::everything(on.store, tests::at(9999)) == before);
}

TEMPLATE_TEST_CASE("an entry that leaves a gap, breaks the chain or is outside the relation is refused", "[contract]",
                   OnSqlite, InMemory) {
  TestType on;
  Tale tale{1};
  on.store.write([&](Writing& w) { tale.open().store(w); });
  const auto refused = [&](auto change) {
    Tale next = tale;
    next.work();
    change(next.entries.back());
    return code_of([&] { on.store.write([&](Writing& w) { w.append(next.entries.back()); }); });
  };
  CHECK(refused([](auto& e) { e.seq = 3; }) == "history_refused");
  CHECK(refused([](auto& e) { e.seq = 1; }) == "history_refused");
  CHECK(refused([](auto& e) { e.prev_hash = engine::genesis_hash(); }) == "history_refused");
  CHECK(refused([](auto& e) { e.state_before = "idle"; }) == "history_refused");
  CHECK(refused([](auto& e) { e.event = "vanish"; }) == "history_refused");
  CHECK(refused([](auto&) {}) == "none");
}

TEMPLATE_TEST_CASE("a record that does not stand where its history stands is refused", "[contract]", OnSqlite,
                   InMemory) {
  TestType on;
  Tale tale{1};
  on.store.write([&](Writing& w) { tale.open().store(w); });
  const auto refused = [&](auto change) {
    CaseRecord record = tale.record;
    change(record);
    return code_of([&] { on.store.write([&](Writing& w) { w.put_case(record); }); });
  };
  CHECK(refused([](auto& r) { r.state = "over"; }) == "history_refused");
  CHECK(refused([](auto& r) { r.revision = 2; }) == "history_refused");
  CHECK(refused([](auto& r) { r.head = engine::genesis_hash(); }) == "history_refused");
  CHECK(refused([](auto& r) { r.id = tests::id_of(7); }) == "history_refused");
}

TEMPLATE_TEST_CASE("a failure that the caller passes over still lets nothing through", "[contract]", OnSqlite,
                   InMemory) {
  TestType on;
  Tale tale{1};
  const auto careless = [&] {
    on.store.write([&](Writing& w) {
      tale.open().store(w);
      CHECK(code_of([&] { w.append(tale.entries.front()); }) == "history_refused");
    });
  };
  CHECK(code_of(careless) == "half_written");
  on.store.read([&](Reading& r) { CHECK(r.all_cases() == 0); });
}

TEMPLATE_TEST_CASE("two cases cannot have one number or one outside reference", "[contract]", OnSqlite, InMemory) {
  TestType on;
  Tale first{1}, second{2};
  on.store.write([&](Writing& w) { first.open().store(w); });
  second.record.ref = first.record.ref;
  CHECK(code_of([&] { on.store.write([&](Writing& w) { second.open().store(w); }); }) == "already_stored");
  on.store.read([&](Reading& r) {
    CHECK(r.find_case("ref 1") == first.record);
    CHECK(r.all_cases() == 1);
    CHECK(r.history(second.record.id).empty());
  });
}

TEMPLATE_TEST_CASE("lists take what the filter names, in order of id, up to the limit", "[contract]", OnSqlite,
                   InMemory) {
  TestType on;
  on.store.write([&](Writing& w) {
    for (int n = 6; n >= 1; --n) {
      Tale tale{n};
      tale.record.holder = n % 2 ? "li" : "wang";
      tale.record.centre = n > 4 ? "v03" : "town";
      tale.open();
      if (n == 3) tale.end();
      tale.store(w);
    }
  });
  using tests::id_of;
  CHECK(ids(on.store, {}) == std::vector{id_of(1), id_of(2), id_of(4), id_of(5), id_of(6)});
  CHECK(ids(on.store, {"", "", "li", "", true, -1}) == std::vector{id_of(1), id_of(5)});
  CHECK(ids(on.store, {"", "v03", "", "", true, -1}) == std::vector{id_of(5), id_of(6)});
  CHECK(ids(on.store, {"over", "", "", "road", false, -1}) == std::vector{id_of(3)});
  CHECK(ids(on.store, {"", "", "", "", false, 2}) == std::vector{id_of(1), id_of(2)});
}

TEMPLATE_TEST_CASE("all history comes case by case, and a visitor may stop it", "[contract]", OnSqlite, InMemory) {
  TestType on;
  Tale first{1}, second{2};
  on.store.write([&](Writing& w) {
    second.open().work().store(w);
    first.open().store(w);
  });
  on.store.write([&](Writing& w) { first.work().store(w); });
  std::vector<engine::HistoryEntry> told;
  on.store.read([&](Reading& r) {
    CHECK(r.each_entry([&](const auto& e) { return told.push_back(e), true; }));
    CHECK_FALSE(r.each_entry([&](const auto&) { return false; }));
  });
  auto expected = first.entries;
  expected.insert(expected.end(), second.entries.begin(), second.entries.end());
  CHECK(told == expected);
}

TEMPLATE_TEST_CASE("cases are paged in order of id, whatever narrows them, open and archived together", "[contract]",
                   OnSqlite, InMemory) {
  TestType on;
  on.store.write([&](Writing& w) {
    for (int n = 1; n <= 6; ++n) {
      Tale tale{n};
      tale.record.holder = n % 3 == 0 ? "wang" : "li";
      tale.open().store(w);
      if (n % 2 == 0) tale.end().store(w);
    }
  });
  const auto page = [&](engine::CaseFilter filter, std::size_t most) {
    std::vector<std::string> ids;
    on.store.read([&](Reading& r) {
      r.each_case(filter, [&](const CaseRecord& record) { return ids.push_back(record.id), ids.size() < most; });
    });
    return ids;
  };
  using Ids = std::vector<std::string>;
  const auto id = tests::id_of;
  engine::CaseFilter all;
  all.open_only = false;
  all.after = id(2);
  CHECK(page(all, 2) == Ids{id(3), id(4)});
  all.centre = "town";
  CHECK(page(all, 9) == Ids{id(3), id(4), id(5), id(6)});
  all.limit = 3;
  CHECK(page(all, 9) == Ids{id(3), id(4), id(5)});
  all = {};
  all.open_only = false;
  all.holder = "wang";
  CHECK(page(all, 9) == Ids{id(3), id(6)});
  all.after = id(3);
  CHECK(page(all, 9) == Ids{id(6)});
  all = {};
  all.open_only = false;
  all.state = "over";
  CHECK(page(all, 2) == Ids{id(2), id(4)});
  all.kind = "road";
  CHECK(page(all, 9) == Ids{id(2), id(4), id(6)});
  engine::CaseFilter open;
  open.after = id(1);
  CHECK(page(open, 9) == Ids{id(3), id(5)});
}

TEMPLATE_TEST_CASE("open cases are counted by the state they stand in", "[contract]", OnSqlite, InMemory) {
  TestType on;
  const auto counts = [&] {
    std::map<std::string, std::int64_t> found;
    on.store.read([&](Reading& r) {
      for (const auto& count : r.open_by_state()) found[count.centre + "/" + count.state] += count.cases;
    });
    return found;
  };
  Tale first{1}, second{2};
  on.store.write([&](Writing& w) {
    first.open().store(w);
    second.open().store(w);
  });
  CHECK(counts() == std::map<std::string, std::int64_t>{{"town/busy", 2}});
  on.store.write([&](Writing& w) {
    first.step("wait", "idle").store(w);
    second.end().store(w);
  });
  CHECK(counts() == std::map<std::string, std::int64_t>{{"town/idle", 1}});
}

TEMPLATE_TEST_CASE("a reader keeps its snapshot while others write", "[contract]", OnSqlite, InMemory) {
  TestType on;
  Tale tale{1};
  on.store.write([&](Writing& w) { tale.open().store(w); });
  on.store.read([&](Reading& r) {
    CHECK(r.open_cases() == 1);
    on.store.write([&](Writing& w) { tale.end().store(w); });
    CHECK(r.open_cases() == 1);
    CHECK(r.find_case(tale.record.id)->state == "busy");
  });
  on.store.read([&](Reading& r) { CHECK(r.open_cases() == 0); });
}

TEMPLATE_TEST_CASE("a writer reads what it has written, loops may nest", "[contract]", OnSqlite, InMemory) {
  TestType on;
  on.store.write([&](Writing& w) {
    for (int n = 1; n <= 3; ++n) Tale{n}.open().store(w);
    CHECK(w.open_cases() == 3);
    int pairs = 0;
    w.each_case({}, [&](const CaseRecord&) {
      w.each_case({}, [&](const CaseRecord&) { return ++pairs, true; });
      return true;
    });
    CHECK(pairs == 9);
  });
}
