#include "workflows/report.hpp"

#include "engine/json.hpp"
#include "tests/cli/import/a_centre.hpp"

#include <catch2/catch.hpp>

using import_tests::ACentre;
using import_tests::heading;
using import_tests::whole_row;

namespace {

workflows::PeriodFigures figures(ACentre& centre, std::string_view from, std::string_view to,
                                 std::string_view as_of = "", const std::string& only = "") {
  workflows::PeriodReport report({centre.at(from), centre.at(to), as_of.empty() ? centre.desk.now() : centre.at(as_of)},
                                 only);
  centre.store.read([&](engine::Reading& reading) {
    reading.each_entry([&](const engine::HistoryEntry& entry) {
      report.add(entry);
      return true;
    });
  });
  return report.finish();
}

workflows::PeriodFigures of_may(ACentre& centre, std::string_view as_of = "") {
  return figures(centre, "2026-05-01 00:00", "2026-06-01 00:00", as_of);
}

}  // namespace

TEST_CASE("intake is counted by channel, statistical source and type") {
  ACentre centre;
  (void)centre.import(heading + whole_row("case-1") + "case-2,2026-05-21 09:00,网格上报,李某,,x,,,,,,\n" +
                      "case-3,2026-05-22 09:00,来访,李某,,x,,,,,未接待离开,\n" +
                      "case-4,2026-04-30 09:00,来访,李某,,x,,,,,,\n");
  const auto intake = of_may(centre).intake;
  CHECK(intake.cases == 3);
  CHECK(intake.left == 1);
  CHECK(intake.judged() == 2);
  CHECK(intake.resolved == 1);
  CHECK(intake.by_channel.at("visit") == 2);
  std::int64_t by_source = 0;
  for (const auto& [source, count] : intake.by_source) by_source += count;
  CHECK(by_source == intake.cases);
  CHECK(intake.by_type.at("neighbour") == 1);
}

TEST_CASE("every promise is counted once, in the period in which it fell due (field-lessons row 30)") {
  ACentre centre;
  (void)centre.import(heading + whole_row("case-1") +
                      "late,2026-05-20 08:55,来访,张某某,,x,2026-05-20 09:30,王某,2026-05-26 09:00,,,\n"
                      "open,2026-05-29 09:00,来访,张某某,,x,2026-05-29 09:10,王某,,,,\n");
  const auto may = of_may(centre).promises.at("town");
  CHECK(may.at("reception").on_time == 2);
  CHECK(may.at("reception").late == 1);
  CHECK(may.at("plan").on_time == 1);
  CHECK(may.at("plan").late == 1);
  CHECK(may.at("plan").overdue == 0);
  CHECK(may.count("visit") == 0);  // 21 days after 25 May lie in June
  const auto june = figures(centre, "2026-06-01 00:00", "2026-07-01 00:00").promises.at("town");
  CHECK(june.at("visit").on_time == 1);
  CHECK(june.at("plan").judged() == 0);  // due on 3 June, and it is 1 June
}

TEST_CASE("a report about a past instant knows nothing of what came later (field-lessons section 4)") {
  ACentre centre;
  (void)centre.import(heading + whole_row("case-1"));
  const auto then = of_may(centre, "2026-05-21 00:00");
  CHECK(then.intake.open == 1);
  CHECK(then.resolutions.cases == 0);
  CHECK(then.promises.at("town").count("visit") == 0);
  CHECK(then.states.at("received").total == centre.at("2026-05-21 00:00") - centre.at("2026-05-20 09:00"));
}

TEST_CASE("time in a state is counted once where a step was told late past a note") {
  ACentre centre;
  workflows::PeriodReport report({centre.at("2026-05-01 00:00"), centre.at("2026-06-01 00:00"), centre.desk.now()}, "");
  const auto entry = [&](const char* event, const char* before, const char* after, const char* when) {
    engine::HistoryEntry one;
    one.case_id = "one";
    one.event = event;
    one.state_before = before;
    one.state_after = after;
    one.occurred_at = centre.at(when);
    one.fields = "{}";
    report.add(one);
  };
  entry("arrive", "", "arrived", "2026-05-20 09:00");
  entry("note", "arrived", "arrived", "2026-05-20 15:00");
  entry("receive", "arrived", "received", "2026-05-20 10:00");
  entry("leave", "received", "left", "2026-05-20 16:00");
  const auto states = report.finish().states;
  CHECK(states.at("arrived").total == std::chrono::hours(1));
  CHECK(states.at("received").total == std::chrono::hours(6));
}

TEST_CASE("a case that relapsed is no success any more") {
  ACentre centre("2026-06-10 12:00");
  (void)centre.import(heading + whole_row("case-1") + whole_row("case-2"));
  CHECK(of_may(centre).resolutions.count("agreed") == 2);
  const auto answer = centre.desk.tell(
      "case-1",
      {"reopen", {{"reason", "又漏水"}}, {"clerk", "town", {"director", "visitor", "mediator"}}, centre.desk.now()});
  if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) FAIL(refusal->code);
  const auto both_months = figures(centre, "2026-05-01 00:00", "2026-07-01 00:00").resolutions;
  const auto its_own_month = of_may(centre).resolutions;  // the relapse came after it, at this very instant
  for (const auto& resolutions : {both_months, its_own_month}) {
    CHECK(resolutions.cases == 2);
    CHECK(resolutions.relapsed == 1);
    CHECK(resolutions.count("agreed") == 1);
  }
}

TEST_CASE("an agreement is resolved on the day it took effect, not on the day it was typed") {
  ACentre centre("2026-06-10 12:00");
  (void)centre.import(heading +
                      "case-1,2026-05-20 08:55,来访,张某;李某,,x,2026-05-20 09:00,王某,2026-05-21 09:00,,,\n");
  engine::Person mediator;
  mediator.id = "li";
  mediator.centre = "town";
  mediator.roles = {"mediator"};
  centre.store.write([&](engine::Writing& writing) { writing.put_person(mediator); });
  const engine::Actor all{"li", "town", {"director", "mediator"}};
  const auto tell = [&](const char* event, nlohmann::json fields, const char* when) {
    const auto answer = centre.desk.tell("case-1", {event, std::move(fields), all, centre.at(when)});
    if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) FAIL(event << ": " << refusal->code);
  };
  tell("consent", {{"all", true}}, "2026-05-21 10:00");
  tell("accept", {{"rights_told", true}, {"mediator", "li"}}, "2026-05-21 10:00");
  tell("session", {{"rights_told", true}, {"mediator", "li"}}, "2026-05-29 10:00");
  tell("agree",
       {{"form", "written"},
        {"content", "赔偿"},
        {"performed", true},
        {"all_signed", true},
        {"mediator_signed", true},
        {"sealed", true},
        {"signed_on", "2026-05-29T15:00:00+08:00"}},
       "2026-06-02 09:00");
  const auto may = of_may(centre).resolutions;
  const auto june = figures(centre, "2026-06-01 00:00", "2026-07-01 00:00").resolutions;
  CHECK(may.cases == 1);
  CHECK(may.count("agreed") == 1);
  CHECK(june.cases == 0);
  CHECK(june.count("agreed") == 0);
  CHECK(of_may(centre, "2026-06-01 00:00").resolutions.cases == 0);  // nobody had told it yet
}

TEST_CASE("a report of one centre leaves out the cases of the others") {
  ACentre centre;
  (void)centre.import(heading + whole_row("case-1"));
  CHECK(figures(centre, "2026-05-01 00:00", "2026-06-01 00:00", "", "town").intake.cases == 1);
  CHECK(figures(centre, "2026-05-01 00:00", "2026-06-01 00:00", "", "village").intake.cases == 0);
}
