#include "engine/clock_text.hpp"
#include "tests/workflows/a_case.hpp"

#include <catch2/catch.hpp>

using workflows_tests::ACase;
using workflows_tests::Json;

namespace {

Json planned_with(ACase& one, Json more) {
  Json plan{{"branches", {"mediate"}}, {"responsible", "med"}, {"next_at", one.at(99)}, {"told_how", "face"}};
  plan.update(more);
  return plan;
}

}  // namespace

TEST_CASE("a limit that is over when the step is taken is refused, whatever names it") {
  ACase one;
  one.entered();
  const std::string before = one.at(one.hours - 1), ahead = one.at(one.hours + 1);
  CHECK(one.refused("plan", planned_with(one, {{"next_at", before}})) == "impossible_instant");
  CHECK(one.refused("plan", planned_with(one, {{"next_at", ahead}})).empty());
  CHECK(one.refused("question", {{"question", "何时"}, {"answerer", "med"}, {"due", before}}) == "impossible_instant");
  CHECK(one.refused("invite", {{"unit", "labour office"}, {"to", "lia"}, {"what", "查"}, {"due", before}}) ==
        "impossible_instant");
  CHECK(one.refused("pause", {{"ground", "later"}, {"written", true}, {"expected", before}}) == "impossible_instant");
  ACase other;
  other.mediating();
  const std::string over = other.at(other.hours);
  CHECK(other.refused("schedule", {{"at", over}}) == "impossible_instant");
  CHECK(other.refused("suspend", {{"why", "illness"}, {"what", "病愈"}, {"expected", over}}) == "impossible_instant");
  CHECK(other.refused("agree", {{"form", "written"}, {"content", "赔偿"}, {"perform_by", over}}) ==
        "impossible_instant");
}

TEST_CASE("a ledger's instants are taken as they stand") {
  ACase one;
  one.entered();
  one.origin = engine::Origin::Import;
  CHECK(one.refused("plan", planned_with(one, {{"next_at", one.at(0)}})).empty());
}

TEST_CASE("what has happened does not lie ahead of the step that tells it, nor a signature before the arrival") {
  ACase one;
  one.mediating();
  const std::string ahead = one.at(one.hours + 1);
  CHECK(one.refused("risk", {{"level", "red"}, {"reason", "扬言"}, {"police_at", ahead}}) == "impossible_instant");
  Json agreement{{"form", "written"},       {"content", "赔偿"}, {"perform_by", one.at(900)}, {"all_signed", true},
                 {"mediator_signed", true}, {"sealed", true},    {"signed_on", ahead}};
  CHECK(one.refused("agree", agreement) == "impossible_instant");
  agreement["signed_on"] = one.at(-24);
  CHECK(one.refused("agree", agreement) == "impossible_instant");
  agreement["signed_on"] = one.at(one.hours);
  CHECK(one.refused("agree", agreement).empty());
}

TEST_CASE("an agreement after a relapse was not signed before it") {
  ACase one;
  one.closed();
  const int relapse = one.hours + 1;
  one.take("reopen", {{"reason", "又漏水"}}, "vis");
  one.take("sort", {{"type", "neighbour"}, {"duplicate_checked", true}});
  one.take("enter", {{"safety", "safe"}, {"skipped", "熟悉情况"}});
  one.take("plan", planned_with(one, {{"rights_told", true}, {"next_at", one.at(9000)}}));
  one.take("consent", {{"all", true}});
  one.take("accept", {{"rights_told", true}});
  one.take("session", {{"rights_told", true}});
  Json agreement{
      {"form", "written"},       {"content", "赔偿"}, {"perform_by", one.at(9000)},      {"all_signed", true},
      {"mediator_signed", true}, {"sealed", true},    {"signed_on", one.at(relapse - 1)}};
  CHECK(one.refused("agree", agreement) == "impossible_instant");
  agreement["signed_on"] = one.at(relapse);
  CHECK(one.refused("agree", agreement).empty());
}

TEST_CASE("an extension gives more time, never less") {
  ACase one;
  one.mediating();
  const auto& clocks = one.record().deadlines;
  const auto mediation = std::ranges::find_if(
      clocks, [](const engine::Deadline& clock) { return clock.name == "mediation" && clock.running(); });
  REQUIRE(mediation != clocks.end());
  const auto until = [&](std::chrono::hours more) {
    return Json{{"all", true}, {"until", engine::format_utc(mediation->due + more)}};
  };
  CHECK(one.refused("extend", until(std::chrono::hours(0))) == "impossible_instant");
  CHECK(one.refused("extend", until(std::chrono::hours(24))).empty());
}

TEST_CASE("a mediator is one by the roster, in every step that names one (art. 13, 14)") {
  ACase one;
  one.planned().take("consent", {{"all", true}});
  CHECK(one.refused("accept", {{"mediator", "lia"}}) == "mediator_in_term");
  one.take("accept", {{"mediator", "med2"}, {"rights_told", true}});
  CHECK(one.refused("agree", {{"form", "written"}, {"content", "赔偿"}, {"performed", true}, {"mediator", "vis"}}) ==
        "mediator_in_term");
  CHECK(one.refused("agree", {{"form", "written"}, {"content", "赔偿"}, {"performed", true}, {"mediator", "med"}})
            .empty());
}

TEST_CASE("a person is named by id, or by a name that only one has; the entry holds the id") {
  ACase one;
  one.entered();
  for (auto& person : one.people)
    if (person.id == "med") person.name = "张某某";
  one.take("plan", planned_with(one, {{"responsible", "张某某"}}));
  CHECK(Json::parse(one.record().facts)["responsible"] == "med");
  for (auto& person : one.people)
    if (person.id == "med2") person.name = "张某某";
  CHECK(one.refused("plan", planned_with(one, {{"responsible", "张某某"}})) == "responsible_named");
}

TEST_CASE("nobody who is not on the roster is given anything") {
  ACase one;
  one.entered();
  CHECK(one.refused("question", {{"question", "何时"}, {"answerer", "nobody"}, {"due", one.at(99)}}) ==
        "unknown_person");
  ACase visited;
  visited.resolved();
  CHECK(visited.refused("sample", {{"visitor", "nobody"}}, "sup") == "unknown_person");
  ACase closed;
  closed.closed();
  CHECK(closed.refused("archive", {{"complete", true}, {"pages", 9}, {"filed_by", "med"}, {"checked_by", "nobody"}},
                       "arc") == "unknown_person");
}

TEST_CASE("a blank is neither a name nor a reason, however it is typed") {
  ACase one;
  one.entered();
  for (const char* blank : {"", " ", "\t\n", "　", "\u00A0\u200B", "　 　"}) {
    CAPTURE(blank);
    CHECK(one.refused("note", {{"text", blank}}) == "blank");
    CHECK(one.refused("note", {{"text", "x"}, {"late_reason", blank}}) == "blank");
    CHECK(one.refused("plan", planned_with(one, {{"papers", {"身份证", blank}}})) == "blank");
  }
  CHECK(one.refused("note", {{"text", "　字"}}).empty());
}
