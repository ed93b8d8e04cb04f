#include "storage/schema_check.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using tests::plain_sql;

namespace {

// A case with two entries, closed again so that plain SQL is alone with the file.
struct Stored {
  Stored() {
    storage::SqliteStore store{scratch.file(), tests::fresh()};
    store.write([&](engine::Writing& w) {
      w.put_transitions(tests::relation());
      w.take_number("register");
      w.put_calendar({0, "cn", "{}", "li", "", tests::at(0)});
      tale.record.deadlines = {tests::clock("plan", 0, 1, 2)};
      tale.open().work().store(w);
      w.raise({tale.record.id, "plan", 1, "red", tests::at(2), tests::at(2), tests::at(3), "holder", false});
    });
  }
  std::string entry(int seq, const std::string& event, const std::string& from, const std::string& to,
                    const std::string& previous) const {
    return "INTO history VALUES ('main', '" + tale.record.id + "', " + std::to_string(seq) + ", '" + event + "', '" +
           from + "', '" + to + "', 0, 0, 'x', 'town', 'x', 'person', 0, '{}', '', '" + previous + "', 'made up')";
  }
  tests::Scratch scratch;
  tests::Tale tale{1};
};

}  // namespace

TEST_CASE("plain SQL cannot change or remove history (field-lessons row 52)", "[guards]") {
  const Stored on;
  CHECK_THAT(plain_sql(on.scratch.file(), "UPDATE history SET actor = 'someone else'"), Contains("never changed"));
  CHECK_THAT(plain_sql(on.scratch.file(), "UPDATE OR REPLACE history SET seq = 2"), Contains("never changed"));
  CHECK_THAT(plain_sql(on.scratch.file(), "DELETE FROM history"), Contains("never removed"));
  CHECK_THAT(plain_sql(on.scratch.file(), "DELETE FROM history WHERE seq = 2"), Contains("never removed"));
}

TEST_CASE("plain SQL cannot add history that does not follow", "[guards]") {
  const Stored on;
  const std::string& head = on.tale.record.head;
  const std::string& first = on.tale.entries[0].hash;
  const auto insert = [&](const std::string& entry) { return plain_sql(on.scratch.file(), "INSERT " + entry); };
  CHECK_THAT(insert(on.entry(4, "work", "busy", "busy", head)), Contains("without a gap"));
  CHECK_THAT(insert(on.entry(3, "work", "busy", "busy", first)), Contains("does not continue"));
  CHECK_THAT(insert(on.entry(3, "work", "idle", "busy", head)), Contains("does not continue"));
  CHECK_THAT(insert(on.entry(3, "end", "idle", "over", head)), Contains("no such transition"));
  CHECK_THAT(insert("OR REPLACE " + on.entry(2, "work", "busy", "busy", first)), Contains("without a gap"));
  CHECK_THAT(insert("OR IGNORE " + on.entry(2, "work", "busy", "busy", first)), Contains("without a gap"));
  CHECK_THAT(insert(on.entry(1, "open", "", "busy", engine::genesis_hash())), Contains("without a gap"));
  CHECK(insert(on.entry(3, "work", "busy", "busy", head)).empty());
}

TEST_CASE("plain SQL cannot move a record without its history, or remove it", "[guards]") {
  const Stored on;
  const auto refused = [&](const std::string& sql) { return !plain_sql(on.scratch.file(), sql).empty(); };
  CHECK(refused("UPDATE cases SET state = 'over'"));
  CHECK(refused("UPDATE cases SET revision = 1"));
  CHECK(refused("UPDATE cases SET head = 'x'"));
  CHECK(refused("UPDATE cases SET id = 'x'"));
  CHECK(refused("DELETE FROM cases"));
  CHECK(
      refused("INSERT OR REPLACE INTO cases SELECT org, id, number, second_number, ref, centre, holder, 'over', open, "
              "kind, channel, subject, emergency, revision, head, arrived_at, last_occurred_at, facts_version, facts "
              "FROM cases"));
}

TEST_CASE("plain SQL cannot edit the relation, a series, an alert or a calendar", "[guards]") {
  const Stored on;
  const auto refused = [&](const std::string& sql) { return !plain_sql(on.scratch.file(), sql).empty(); };
  CHECK(refused("INSERT INTO transitions VALUES ('main', 'vanish', 'busy', 'over')"));
  CHECK(refused("UPDATE transitions SET to_state = 'over'"));
  CHECK(refused("DELETE FROM transitions"));
  CHECK(refused("UPDATE series SET value = value + 2"));
  CHECK(refused("UPDATE series SET value = value - 1"));
  CHECK(refused("INSERT OR REPLACE INTO series VALUES ('main', 'register', 1)"));
  CHECK(refused("INSERT INTO series VALUES ('main', 'other', 7)"));
  CHECK(refused("DELETE FROM series"));
  CHECK(refused("UPDATE alerts SET raised_at = 0"));
  CHECK(refused("DELETE FROM alerts"));
  CHECK(refused("UPDATE calendars SET content = ''"));
  CHECK(refused("INSERT OR REPLACE INTO calendars VALUES ('main', 1, 'cn', '', '', '', 0)"));
  CHECK(refused("DELETE FROM calendars"));
}

TEST_CASE("a guard that was taken away is found", "[guards]") {
  const Stored on;
  const auto findings = [&] {
    storage::SqliteStore store{on.scratch.file()};
    return storage::check_schema(store);
  };
  CHECK(findings().empty());
  const std::string guard =
      tests::plain_value(on.scratch.file(), "SELECT sql FROM sqlite_schema WHERE name = 'history_no_delete'");
  REQUIRE(plain_sql(on.scratch.file(), "DROP TRIGGER history_no_delete").empty());
  CHECK(findings() == std::vector<std::string>{"The trigger history_no_delete is missing."});
  REQUIRE(plain_sql(on.scratch.file(), guard).empty());
  CHECK(findings().empty());
  REQUIRE(plain_sql(on.scratch.file(), "CREATE TABLE notes (x)").empty());
  CHECK(findings() == std::vector<std::string>{"The table notes is not of this program."});
}

TEST_CASE("counts that were edited are found by counting anew", "[guards]") {
  const Stored on;
  REQUIRE(plain_sql(on.scratch.file(), "UPDATE counts SET n = n + 1 WHERE what = 'open'").empty());
  storage::SqliteStore store{on.scratch.file()};
  REQUIRE(storage::check_schema(store).size() == 1);
  CHECK_THAT(storage::check_schema(store)[0], Contains("is 2, counted anew 1"));
}

TEST_CASE("what work lists are read from is made anew: a clock that was hidden from them is found", "[guards]") {
  const Stored on;
  const auto findings = [&] {
    storage::SqliteStore store{on.scratch.file()};
    return storage::check_schema(store);
  };
  REQUIRE(findings().empty());
  const auto [column, value] = GENERATE(table<const char*, const char*>({{"case_number", "'1'"},
                                                                         {"ref", "NULL"},
                                                                         {"holder", "'nobody'"},
                                                                         {"centre", "'elsewhere'"},
                                                                         {"state", "'over'"},
                                                                         {"warn_at", "99999999999999"},
                                                                         {"next_alert_at", "99999999999999"}}));
  REQUIRE(plain_sql(on.scratch.file(), std::string("UPDATE deadlines SET ") + column + " = " + value).empty());
  REQUIRE(findings().size() == 1);
  CHECK_THAT(findings()[0], Contains(on.tale.record.number) && Contains(std::string(": ") + column + " is "));
}

TEST_CASE("a clock that ended stands on no work list", "[guards]") {
  const Stored on;
  REQUIRE(plain_sql(on.scratch.file(),
                    "INSERT INTO deadlines SELECT org, case_id, 1, 'reception', cycle, standard, start, due, "
                    "provisional, rule_version, calendar_revision, points, pauses, 0, NULL, rule, NULL, NULL, 'li', "
                    "NULL, NULL, NULL, NULL FROM deadlines; "
                    "INSERT INTO counts SELECT org, 'on_time', centre, 'reception', 1 FROM cases")
              .empty());
  storage::SqliteStore store{on.scratch.file()};
  const auto found = storage::check_schema(store);
  REQUIRE(found.size() == 1);
  CHECK_THAT(found[0], Contains("holder is 'li', made anew NULL"));
}
