#include "engine/desk.hpp"

#include "engine/check.hpp"
#include "engine/time/text.hpp"
#include "tests/engine/office.hpp"

#include <stdexcept>

#include <catch2/catch.hpp>

using namespace engine;
using toy::Office;

TEST_CASE("a case opens, moves and closes, and each step is one entry of its history", "[desk]") {
  Office centre;
  const Done arrived = centre.done("", "arrive", "2020-05-20 09:00");
  CHECK(arrived.record.number == "T〔2020〕0001号");
  CHECK(arrived.record.state == "arrived");
  centre.done(arrived.record.number, "answer", "2020-05-21 10:00");
  const Done filed = centre.done(arrived.record.id, "file", "2020-05-21 11:00");
  CHECK_FALSE(filed.record.open);
  CHECK(filed.record.holder.empty());
  CHECK(filed.entry.seq == 3);
  CHECK(centre.history(arrived.record.id).size() == 3);
}

TEST_CASE("the due instant is counted through the centre's own hours", "[desk]") {
  Office centre;
  const Done arrived = centre.done("", "arrive", "2020-05-20 09:00");
  CHECK(centre.local(arrived.record.deadlines.front().due) == "2020-05-25T17:30:00+08:00");
}

TEST_CASE("what cannot be done here is refused and changes nothing", "[desk]") {
  Office centre;
  const Done arrived = centre.done("", "arrive", "2020-05-20 09:00");
  CHECK(centre.refused(arrived.record.number, "file", "2020-05-20 09:30").code == "impossible");
  CHECK(centre.record(arrived.record.id) == arrived.record);
  CHECK(centre.refused("T〔2020〕0009号", "file", "2020-05-20 09:30").kind == Refusal::Kind::NotFound);
}

TEST_CASE("a step in the future or before the last one is refused", "[desk]") {
  Office centre;
  centre.clock.set(centre.instant("2020-05-20 12:00"));
  const Done arrived = centre.done("", "arrive", "2020-05-20 09:00");
  CHECK(centre.refused(arrived.record.id, "answer", "2020-05-20 12:01").code == "in_the_future");
  CHECK(centre.refused(arrived.record.id, "answer", "2020-05-20 08:59").code == "out_of_order");
}

TEST_CASE("a stale form is refused", "[desk]") {
  Office centre;
  const Done arrived = centre.done("", "arrive", "2020-05-20 09:00");
  Happening late = centre.happening("answer", "2020-05-20 10:00");
  late.expected_revision = arrived.record.revision;
  CHECK(std::holds_alternative<Done>(centre.desk.tell(arrived.record.id, late)));
  CHECK(std::get<Refusal>(centre.desk.tell(arrived.record.id, late)).kind == Refusal::Kind::Conflict);
}

TEST_CASE("a late step needs a reason, and is then taken as late", "[desk]") {
  Office centre;
  const Done arrived = centre.done("", "arrive", "2020-05-20 09:00");
  CHECK(centre.refused(arrived.record.id, "answer", "2020-05-25 17:30:01").code == "late_reason_needed");
  Happening late = centre.happening("answer", "2020-05-25 17:30:01");
  late.fields["late_reason"] = "停电";
  const Answer answer = centre.desk.tell(arrived.record.id, late);
  REQUIRE(std::holds_alternative<Done>(answer));
  CHECK(status(std::get<Done>(answer).record.deadlines.front(), late.occurred_at) == DeadlineStatus::Late);
}

TEST_CASE("an entry typed long after it happened is marked as a late entry", "[desk]") {
  Office centre;
  centre.clock.set(centre.instant("2020-05-20 09:15"));
  CHECK_FALSE(centre.done("", "arrive", "2020-05-20 09:00").entry.late_entry);
  centre.clock.set(centre.instant("2020-05-20 09:16"));
  CHECK(centre.done("", "arrive", "2020-05-20 09:00").entry.late_entry);
}

TEST_CASE("an attempt without permission is refused and recorded", "[desk]") {
  Office centre;
  const Done arrived = centre.done("", "arrive", "2020-05-20 09:00");
  Happening guest = centre.happening("answer", "2020-05-20 10:00");
  guest.actor = {"wang", "town", {"guest"}};
  CHECK(std::get<Refusal>(centre.desk.tell(arrived.record.id, guest)).kind == Refusal::Kind::NotPermitted);
  CHECK(centre.desk.denied(guest.actor, "backup"));
  std::vector<Attempt> attempts;
  centre.store.read([&](Reading& reading) { attempts = reading.attempts(); });
  REQUIRE(attempts.size() == 2);
  CHECK(attempts.front().person == "wang");
  CHECK(attempts.front().case_number == arrived.record.number);
}

TEST_CASE("numbers have no gap: what a refused step took is given back", "[desk]") {
  Office centre;
  const Done one = centre.done("", "arrive", "2020-05-20 09:00");
  Happening follow = centre.happening("follow", "2020-05-20 10:00");
  follow.fields = {{"then", "file"}, {"case", one.record.id}};
  CHECK(std::holds_alternative<Refusal>(centre.desk.tell(one.record.id, follow)));
  CHECK(centre.done("", "arrive", "2020-05-20 11:00").record.number == "T〔2020〕0002号");
  CHECK(centre.done("", "arrive", "2021-01-01 11:00").record.number == "T〔2021〕0001号");
}

TEST_CASE("what must follow on another case is taken together with the step, or neither is", "[desk]") {
  Office centre;
  const Done one = centre.done("", "arrive", "2020-05-20 09:00");
  const Done two = centre.done("", "arrive", "2020-05-20 09:05");
  Happening follow = centre.happening("follow", "2020-05-20 10:00");
  follow.fields = {{"then", "file"}, {"case", two.record.id}};
  CHECK(std::get<Refusal>(centre.desk.tell(one.record.id, follow)).code == "impossible");
  CHECK(centre.record(one.record.id) == one.record);
  follow.fields["then"] = "answer";
  CHECK(std::holds_alternative<Done>(centre.desk.tell(one.record.id, follow)));
  CHECK(centre.record(two.record.id).state == "answered");
}

TEST_CASE("a holiday announced late moves an open limit as audited history (field-lessons row 1)", "[desk]") {
  Office centre;
  const Done arrived = centre.done("", "arrive", "2020-05-20 09:00");
  centre.set_day_off("2020-05-25");
  std::optional<Taken> moved;
  centre.desk.together([&](Batch& batch) {
    auto trip = batch.find(arrived.record.id);
    moved = trip->recount({"li", "town", {}}, "new holiday");
    trip->store();
  });
  REQUIRE(moved);
  const auto fields = nlohmann::json::parse(moved->entry.fields);
  CHECK(fields["moved"][0]["old_due"] == "2020-05-25T17:30:00+08:00");
  CHECK(fields["moved"][0]["new_due"] == "2020-05-26T17:30:00+08:00");
  CHECK(fields["moved"][0]["calendar_revision"] != arrived.record.deadlines.front().calendar_revision);
  CHECK(centre.local(centre.record(arrived.record.id).deadlines.front().due) == "2020-05-26T17:30:00+08:00");
}

TEST_CASE("a step is told late past an entry that stands beside the way, and past no other", "[desk]") {
  Office centre;
  centre.clock.set(centre.instant("2020-05-21 12:00"));
  const Done arrived = centre.done("", "arrive", "2020-05-20 09:00");
  centre.set_day_off("2020-05-25");
  centre.desk.together([&](Batch& batch) {
    auto trip = batch.find(arrived.record.id);
    REQUIRE(trip->recount({"li", "town", {}}, "new holiday"));
    trip->store();
  });
  const Done answered = centre.done(arrived.record.id, "answer", "2020-05-20 10:00");
  CHECK(answered.record.last_occurred_at == centre.instant("2020-05-21 12:00"));
  CHECK(centre.refused(arrived.record.id, "file", "2020-05-20 09:59").code == "out_of_order");
  centre.done(arrived.record.id, "file", "2020-05-20 11:00");

  // Between the late steps and the entry that they passed, the case stands as the steps left it.
  const auto at = [&](const char* when) {
    return check_at(centre.desk, centre.instant(when), AsOf::Occurred).summary.at("answer");
  };
  CHECK(at("2020-05-20 09:30") == Tally{0, 0, 1, 0, 0});
  CHECK(at("2020-05-20 10:30") == Tally{1, 0, 0, 0, 0});
  CHECK(at("2020-05-21 12:00") == Tally{1, 0, 0, 0, 0});
}

TEST_CASE("a desk that is open sees a calendar changed by another at once (field-lessons row 2)", "[desk]") {
  Office centre;
  centre.done("", "arrive", "2020-05-20 09:00");
  Desk another(centre.store, centre.process, centre.clock);
  centre.set_day_off("2020-05-25");
  const Done later = centre.done("", "arrive", "2020-05-20 09:01");
  CHECK(centre.local(later.record.deadlines.front().due) == "2020-05-26T17:30:00+08:00");
}

TEST_CASE("a roster that a transaction showed and did not keep is never shown again", "[desk]") {
  Office centre;
  const auto named = [](const char* name) {
    engine::Person person;
    person.id = "qian";
    person.name = name;
    return person;
  };
  CHECK_THROWS(centre.store.write([&](Writing& writing) {
    writing.put_person(named("钱某"));
    CHECK(centre.desk.world(writing)->person("qian")->name == "钱某");
    throw std::runtime_error("the disk is full");
  }));
  centre.store.write([&](Writing& writing) { writing.put_person(named("钱某某")); });
  centre.store.read([&](Reading& reading) { CHECK(centre.desk.world(reading)->person("qian")->name == "钱某某"); });
}

TEST_CASE("a database made by an earlier program learns the relation of this one", "[desk]") {
  Office centre;
  centre.store.write([](Writing& writing) { writing.put_transitions({}); });
  CHECK(centre.done("", "arrive", "2020-05-20 09:00").record.state == "arrived");
}

TEST_CASE("only people in service act", "[desk]") {
  Office centre;
  CHECK(centre.desk.actor("li"));
  CHECK(centre.desk.actor("li.login")->person == "li");
  CHECK_FALSE(centre.desk.actor("zhao"));  // his term is over
  CHECK_FALSE(centre.desk.actor("nobody"));
}
