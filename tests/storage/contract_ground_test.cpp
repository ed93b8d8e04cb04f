#include "engine/error.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <catch2/catch.hpp>

using engine::Reading;
using engine::Writing;
using tests::at;
using tests::InMemory;
using tests::OnSqlite;
using Series = std::vector<std::pair<std::string, std::int64_t>>;

TEMPLATE_TEST_CASE("a series has no gap: a number of a failed write is given again", "[contract]", OnSqlite, InMemory) {
  TestType on;
  on.store.write([](Writing& w) {
    CHECK(w.take_number("register") == 1);
    CHECK(w.take_number("register") == 2);
    CHECK(w.take_number("mediation/2031") == 1);
  });
  CHECK_THROWS(on.store.write([](Writing& w) {
    CHECK(w.take_number("register") == 3);
    throw std::out_of_range("lost");
  }));
  on.store.write([](Writing& w) { CHECK(w.take_number("register") == 3); });
  on.store.read([](Reading& r) { CHECK(r.series() == Series{{"mediation/2031", 1}, {"register", 3}}); });
}

TEMPLATE_TEST_CASE("people, centres and settings are kept, and each change shows in the roster's revision",
                   "[contract]", OnSqlite, InMemory) {
  TestType on;
  const engine::Centre town{"town", "某镇矛调中心", "town", "", "某〔{year}〕{number:04}号", "({year})某字第{number}号",
                            ""};
  engine::Person li{"li", "李某", "li",        "town", "司法所", "resident", {"mediator", "receiver"},
                    true, at(0),  std::nullopt};
  on.store.write([&](Writing& w) {
    w.put_centre(town);
    w.put_person(li);
    w.put_setting("day_end", "closing");
  });
  const auto revision = [&] {
    std::int64_t found = 0;
    on.store.read([&](Reading& r) { found = r.roster_revision(); });
    return found;
  };
  CHECK(revision() == 3);
  on.store.write([&](Writing& w) { w.put_person(li); });
  CHECK(revision() == 3);
  li.roles = {};
  on.store.write([&](Writing& w) {
    w.put_person(li);
    w.put_setting("day_end", "midnight");
  });
  CHECK(revision() == 5);
  on.store.read([&](Reading& r) {
    CHECK(r.centres() == std::vector{town});
    CHECK(r.people() == std::vector{li});
    CHECK(r.setting("day_end") == "midnight");
    CHECK_FALSE(r.setting("nothing").has_value());
  });
}

TEMPLATE_TEST_CASE("each calendar layer takes the next revision", "[contract]", OnSqlite, InMemory) {
  TestType on;
  on.store.read([](Reading& r) { CHECK(r.calendar_revision() == 0); });
  on.store.write([](Writing& w) {
    CHECK(w.put_calendar({0, "closing-days", "{}", "li", "a fair", at(1)}) == 1);
    CHECK(w.put_calendar({9, "closing-days", "{ }", "li", "no fair", at(2)}) == 2);
  });
  on.store.read([](Reading& r) {
    CHECK(r.calendar_revision() == 2);
    REQUIRE(r.stored_calendars().size() == 2);
    CHECK(r.stored_calendars()[1].revision == 2);
    CHECK(r.stored_calendars()[1].content == "{ }");
    CHECK(r.stored_calendars()[0].recorded_at == at(1));
  });
}

TEMPLATE_TEST_CASE("attempts are kept in order of time, and those of one instant in order of arrival", "[contract]",
                   OnSqlite, InMemory) {
  TestType on;
  on.store.write([](Writing& w) {
    w.note_attempt({"li", "close", "number 1", "not permitted", at(5)});
    w.note_attempt({"wang", "plan", "", "not permitted", at(3)});
    w.note_attempt({"li", "visit", "number 1", "not permitted", at(5)});
  });
  on.store.read([](Reading& r) {
    const auto found = r.attempts();
    REQUIRE(found.size() == 3);
    CHECK(found[0].person == "wang");
    CHECK(found[1].action == "close");
    CHECK(found[2].action == "visit");
  });
}

TEMPLATE_TEST_CASE("a message is posted under its id once", "[contract]", OnSqlite, InMemory) {
  TestType on;
  const engine::OutboxItem item{"m1", tests::id_of(1), "role:supervisor", "overdue", at(1)};
  on.store.write([&](Writing& w) { w.post(item); });
  CHECK_THROWS_AS(on.store.write([&](Writing& w) { w.post(item); }), engine::Error);
}

TEMPLATE_TEST_CASE("an alert for a case that does not exist is refused", "[contract]", OnSqlite, InMemory) {
  TestType on;
  const engine::Alert lost{tests::id_of(1), "plan", 1, "red", at(1), at(1), at(2), "holder", false};
  CHECK_THROWS_AS(on.store.write([&](Writing& w) { w.raise(lost); }), engine::Error);
}

TEMPLATE_TEST_CASE("a new relation replaces the one before", "[contract]", OnSqlite, InMemory) {
  TestType on;
  on.store.write([](Writing& w) { w.put_transitions({{"open", "", "busy"}}); });
  tests::Tale tale{1};
  on.store.write([&](Writing& w) { tale.open().store(w); });
  CHECK_THROWS_AS(on.store.write([&](Writing& w) { tale.end().store(w); }), engine::Error);
}

TEMPLATE_TEST_CASE("in a batch the works that fail are undone alone", "[contract]", OnSqlite, InMemory) {
  TestType on;
  tests::Tale first{1}, second{2}, third{3};
  third.record.deadlines = first.record.deadlines = {tests::clock("plan", 0, 1, 2)};
  const storage::Work good = [&](Writing& w) { tests::Tale(first).open().store(w); };
  const storage::Work bad = [&](Writing& w) {
    tests::Tale(second).open().store(w);
    w.take_number("register");
    CHECK(w.open_cases() == 2);
    throw std::out_of_range("only this one");
  };
  const storage::Work also_good = [&](Writing& w) { tests::Tale(third).open().store(w); };
  const auto answers = on.store.write_batch({&good, &bad, &also_good});
  REQUIRE(answers.size() == 3);
  CHECK(!answers[0]);
  CHECK_THROWS_AS(std::rethrow_exception(answers[1]), std::out_of_range);
  CHECK(!answers[2]);
  on.store.read([](Reading& r) {
    CHECK(r.open_cases() == 2);
    CHECK(r.clock_counts().at(0).running == 2);
    CHECK(r.series().empty());
  });
}

TEMPLATE_TEST_CASE("what was told under a key is remembered for some days, then forgotten", "[contract]", OnSqlite,
                   InMemory) {
  TestType on;
  tests::Tale tale(1);
  on.store.write([&](Writing& w) {
    w.put_transitions(tests::relation());
    tale.open().store(w);
  });
  const engine::Told told{"li", "key", "digest", tale.record.id, 1, at(10)};
  on.store.write([&](Writing& w) { w.put_told(told); });
  on.store.read([&](Reading& r) {
    CHECK(r.told("li", "key") == told);
    CHECK_FALSE(r.told("zhao", "key"));
    CHECK_FALSE(r.told("li", "other"));
  });
  auto later = told;
  later.key = "later";
  later.at += engine::told_memory + std::chrono::hours(1);
  on.store.write([&](Writing& w) { w.put_told(later); });
  on.store.read([&](Reading& r) {
    CHECK_FALSE(r.told("li", "key"));
    CHECK(r.told("li", "later") == later);
  });
}
