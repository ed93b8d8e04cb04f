#include "engine/calendar_change.hpp"
#include "engine/draft.hpp"
#include "engine/time/layer_json.hpp"
#include "engine/time/text.hpp"
#include "tests/cli/import/a_centre.hpp"

#include <catch2/catch.hpp>

using import_tests::ACentre;
using import_tests::heading;

namespace {

/// One decided day as it is stored.
engine::StoredCalendar decided(const std::string& date, bool working) {
  engine::CalendarLayer layer;
  layer.name = "decision";
  layer.entries.push_back({engine::parse_date(date), working, engine::DayReason::Set, "紧急通知", ""});
  return {0, "decision", engine::layer_json(layer), "clerk", "紧急通知", {}};
}

/// A case received on Wednesday 2026-05-20: its plan is due on Monday 2026-05-25 at 17:30.
void receive_one(ACentre& centre) {
  (void)centre.import(heading + "case-1,2026-05-20 08:55,来访,张某某,,漏水,2026-05-20 09:00,王某,,,,\n");
}

engine::Deadline plan_of(ACentre& centre) {
  for (const auto& deadline : centre.found("case-1").deadlines)
    if (deadline.name == "plan") return deadline;
  FAIL("no plan");
  return {};
}

engine::CalendarMoves change(ACentre& centre, const engine::StoredCalendar& layer) {
  engine::CalendarMoves moves;
  centre.store.write([&](engine::Writing& writing) {
    moves = engine::change_calendar(writing, centre.desk, {"clerk", "town", {"admin"}}, layer);
  });
  return moves;
}

}  // namespace

TEST_CASE("a day off announced late moves an open limit later, on record (field-lessons row 1)") {
  ACentre centre("2026-05-20 10:00");
  receive_one(centre);
  REQUIRE(plan_of(centre).due == centre.at("2026-05-25 17:30"));
  const auto moves = change(centre, decided("2026-05-22", false));
  CHECK(moves.later >= 1);
  CHECK(moves.earlier.empty());
  CHECK(plan_of(centre).due == centre.at("2026-05-26 17:30"));
  CHECK(plan_of(centre).calendar_revision.find("decision") != std::string::npos);
  bool recorded = false;
  centre.store.read([&](engine::Reading& reading) {
    for (const auto& entry : reading.history(centre.found("case-1").id))
      recorded = recorded || entry.event == "recount";
  });
  CHECK(recorded);
  CHECK_FALSE(centre.verified().first_bad);
}

TEST_CASE("a weekend that becomes a working day moves an open limit earlier and says which (calendar.md)") {
  ACentre centre("2026-05-20 10:00");
  receive_one(centre);
  const auto moves = change(centre, decided("2026-05-23", true));
  REQUIRE_FALSE(moves.earlier.empty());
  CHECK(moves.earlier.front().deadline == "plan");
  CHECK(moves.earlier.front().old_due == centre.at("2026-05-25 17:30"));
  CHECK(moves.earlier.front().new_due == centre.at("2026-05-23 17:30"));
}

TEST_CASE("limits that have ended keep the answer they were judged by (field-lessons row 9)") {
  ACentre centre("2026-05-26 10:00");
  (void)centre.import(heading +
                      "case-1,2026-05-20 08:55,来访,张某某,,漏水,2026-05-20 09:00,王某,2026-05-25 17:30,,,\n");
  const auto before = plan_of(centre);
  (void)change(centre, decided("2026-05-23", true));
  CHECK(plan_of(centre) == before);
}

TEST_CASE("a change tried out on a draft leaves nothing behind (field-lessons section 4)") {
  ACentre centre("2026-05-20 10:00");
  receive_one(centre);
  const auto before = centre.found("case-1");
  engine::CalendarMoves moves;
  centre.store.read([&](engine::Reading& reading) {
    engine::Draft draft(reading);
    moves = engine::change_calendar(draft, centre.desk, {"clerk", "town", {"admin"}}, decided("2026-05-22", false));
    CHECK(reading.calendar_revision() == 0);
  });
  CHECK(moves.later >= 1);
  CHECK(centre.found("case-1") == before);
}
