#include "engine/time/text.hpp"
#include "tests/workflows/a_case.hpp"
#include "workflows/facts.hpp"

#include <catch2/catch.hpp>

using workflows_tests::ACase;
using workflows_tests::Json;
using Names = std::vector<std::string>;

TEST_CASE("a visitor who leaves before reception ends as left, counted apart, with a call back") {
  ACase one;
  const auto step = one.arrived().take("leave", Json::object(), "rec");
  CHECK(step.state_after == "left");
  CHECK(step.tell.size() == 1);
  CHECK(one.running().empty());
}

TEST_CASE("a party may go to law in every state that is not final, and the visit stays due") {
  CHECK(ACase().arrived().take("law", {{"body", "法院"}}, "rec").holder_after == "rec");
  CHECK(ACase().sorted().take("law", {{"body", "法院"}}).state_after == "awaiting_visit");
  ACase one;
  one.mediating().take("law", {{"body", "法院"}});
  CHECK(one.record().state == "awaiting_visit");
  CHECK(one.running() == Names{"visit"});
}

TEST_CASE("a plan of two ways is resolved when both ended") {
  ACase one;
  one.planned({"mediate", "aid"}).take("consent", {{"all", true}});
  one.take("accept", {{"rights_told", true}});
  CHECK(one.take("agree", {{"form", "oral"}, {"content", "清理"}, {"performed", true}, {"no_document", true}})
            .state_after == "planned");
  CHECK(one.running() == Names{"step"});
  CHECK(one.take("aid", {{"kind", "relief"}, {"result", "临时救助"}}).state_after == "awaiting_visit");
  CHECK(one.refused("aid", {{"kind", "relief"}, {"result", "x"}}) == "no_such_step");
}

TEST_CASE("an agreement takes effect with the last of signatures, mediator and seal (art. 29)") {
  ACase one;
  one.mediating().take("agree",
                       {{"form", "written"}, {"content", "赔偿"}, {"perform_by", one.at(500)}, {"signed", {"张某某"}}});
  CHECK(one.record().state == "mediating");
  CHECK(one.running() == Names{"mediation", "signing"});
  one.take("agree", {{"form", "written"}, {"mediator_signed", true}, {"sealed", true}});
  CHECK(one.record().state == "mediating");
  one.take("agree", {{"form", "written"}, {"signed", {"李某"}}});
  CHECK(one.record().state == "awaiting_visit");
  const auto facts = Json::parse(one.record().facts);
  CHECK(facts["effective_at"] == one.record().last_occurred_at.time_since_epoch().count());
}

namespace {
/// The last instant of the performance that a step starts, or nothing.
std::optional<engine::Instant> performance_started(const engine::Step& step) {
  for (const engine::ClockChange& change : step.clocks)
    if (change.op == engine::ClockChange::Op::Start && change.deadline == "performance")
      return std::get<engine::FixedInstant>(change.rule).at;
  return {};
}
}  // namespace

TEST_CASE("an agreement signed in two steps is performed until the instant its draft named") {
  ACase one;
  const std::string until = one.at(500);
  one.mediating().take("agree", {{"form", "written"}, {"content", "赔偿"}, {"perform_by", until}});
  const auto step =
      one.take("agree", {{"form", "written"}, {"all_signed", true}, {"mediator_signed", true}, {"sealed", true}});
  const auto started = performance_started(step);
  REQUIRE(started);
  CHECK(*started == engine::parse_instant(until, engine::Zone::utc()));
  CHECK(Json::parse(one.record().facts)["performance"] == int(workflows::Performance::Due));
}

TEST_CASE("a draft that says it is performed already needs no limit when everybody has signed; a later word counts") {
  const Json signs{{"form", "written"}, {"all_signed", true}, {"mediator_signed", true}, {"sealed", true}};
  ACase one, other;
  one.mediating().take("agree", {{"form", "written"}, {"content", "清理"}, {"performed", true}});
  CHECK_FALSE(performance_started(one.take("agree", signs)));
  CHECK(Json::parse(one.record().facts)["performance"] == int(workflows::Performance::Done));
  other.mediating().take("agree", {{"form", "written"}, {"content", "清理"}, {"performed", true}});
  Json later = signs;
  later["perform_by"] = other.at(300);
  CHECK(performance_started(other.take("agree", later)));
}

TEST_CASE("by word of mouth only if performed on the spot and nobody wants a document; on labour always in writing") {
  ACase one;
  one.mediating();
  CHECK(one.refused("agree", {{"form", "oral"}, {"content", "赔偿"}, {"perform_by", one.at(99)}}) == "oral_allowed");
  CHECK(one.refused("agree", {{"form", "oral"}, {"performed", true}, {"no_document", true}}) == "content_clear");
  CHECK(one.refused("agree", {{"form", "oral"}, {"content", "清理"}, {"performed", true}, {"no_document", true}})
            .empty());
}

TEST_CASE("an agreement on personal status is never signed electronically nor confirmed by a court") {
  ACase one;
  one.sorted("marriage").take("enter", {{"safety", "safe"}, {"skipped", "平静"}});
  one.take("plan", {{"branches", {"mediate"}}, {"responsible", "med"}, {"next_at", one.at(48)}, {"told_how", "face"}});
  one.take("consent", {{"all", true}});
  one.take("accept", {{"rights_told", true}});
  Json agreement{{"form", "written"},       {"content", "分居"}, {"perform_by", one.at(90)}, {"all_signed", true},
                 {"mediator_signed", true}, {"sealed", true},    {"e_signed", true}};
  CHECK(one.refused("agree", agreement) == "paper_for_status");
  agreement.erase("e_signed");
  one.take("agree", agreement);
  CHECK(one.running() == Names{"visit", "performance"});
  CHECK(one.refused("confirmation", {{"result", "applied"}}) == "confirmable");
}

TEST_CASE("judicial confirmation is applied for within 30 days of effect (art. 33)") {
  ACase one;
  one.resolved();
  CHECK(one.refused("confirmation", {{"result", "applied"}}).empty());
  one.hours += 24 * 31;
  CHECK(one.refused("confirmation", {{"result", "applied"}}) == "in_time_to_confirm");
}

TEST_CASE(
    "suspension pauses the mediation period and waits for something named; every way out books it (field-lessons row "
    "25)") {
  ACase one;
  one.mediating().take("suspend", {{"why", "appraisal"}, {"expected", one.at(400)}, {"what", "鉴定报告"}});
  CHECK(one.running() == Names{"mediation", "suspension"});
  const auto step = one.take("fail", {{"reason", "period_over"}, {"routes", "法院"}});
  std::vector<std::pair<std::string, int>> ops;
  for (const auto& change : step.clocks) ops.emplace_back(change.deadline, static_cast<int>(change.op));
  using Op = engine::ClockChange::Op;
  const std::pair<std::string, int> resumed{"mediation", static_cast<int>(Op::Resume)},
      stopped{"mediation", static_cast<int>(Op::Stop)};
  REQUIRE(std::find(ops.begin(), ops.end(), resumed) < std::find(ops.begin(), ops.end(), stopped));
  CHECK(one.running() == Names{"visit"});
}

TEST_CASE("the right to confirmation ends unused without being kept or missed") {
  ACase one;
  one.mediating().take("agree", {{"form", "written"},
                                 {"content", "赔偿"},
                                 {"perform_by", one.at(500)},
                                 {"all_signed", true},
                                 {"mediator_signed", true},
                                 {"sealed", true}});
  CHECK(one.refused("expire", Json::object(), "dir") == "role");
  one.origin = engine::Origin::System;
  one.take("expire", {{"deadline", "confirmation"}}, "system");
  CHECK(one.running() == Names{"visit", "performance"});
}

TEST_CASE("the period is extended by all parties only") {
  ACase one;
  one.mediating();
  CHECK(one.refused("extend", {{"until", one.at(999)}, {"all", false}}) == "all_agreed_to_extend");
  const auto step = one.take("extend", {{"until", one.at(999)}, {"all", true}});
  REQUIRE(step.clocks.size() == 1);
  CHECK(std::holds_alternative<engine::FixedInstant>(step.clocks[0].rule));
  CHECK(step.clocks[0].cycle == 1);
}

TEST_CASE("the plan's limit stands still for one list of papers, once") {
  ACase one;
  one.sorted();
  const Json papers{{"ground", "papers"}, {"list", {"身份证"}}};
  CHECK(one.refused("pause", {{"ground", "papers"}}) == "pause_grounded");
  CHECK(one.refused("pause", {{"ground", "later"}}) == "pause_grounded");
  one.take("pause", papers);
  CHECK(one.refused("pause", papers) == "plan_not_told");
  one.take("unpause");
  CHECK(one.refused("pause", papers) == "pause_grounded");
  CHECK(one.refused("pause", {{"ground", "later"}, {"written", true}}).empty());
}

TEST_CASE("while the plan's limit stands still, what is waited for has a limit of its own") {
  ACase one;
  one.sorted();
  const auto waits = [&](const Json& fields) {
    for (const auto& change : one.take("pause", fields).clocks)
      if (change.deadline == "step") return change.rule;
    FAIL("nothing says until when it waits");
    return engine::Rule{};
  };
  CHECK(waits({{"ground", "papers"}, {"list", {"身份证"}}}) == engine::Rule{engine::WorkingDays{10}});
  CHECK(one.running() == Names{"plan", "step"});
  one.take("unpause");
  CHECK(one.running() == Names{"plan"});
  const auto named = waits({{"ground", "later"}, {"written", true}, {"expected", one.at(48)}});
  CHECK(std::holds_alternative<engine::FixedInstant>(named));
  CHECK(one.take("law", {{"body", "法院"}}).state_after == "awaiting_visit");
  CHECK(one.running() == Names{"visit"});
}

TEST_CASE("a relapse opens the same case again: cycle two, a new plan, the earlier success no longer counted") {
  ACase one;
  one.closed();
  const auto step = one.take("reopen", {{"reason", "又起争执"}}, "vis");
  CHECK(step.state_after == "reopened");
  CHECK(step.holder_after == "med");
  REQUIRE(step.clocks.size() == 1);
  CHECK(step.clocks[0].deadline == "plan");
  CHECK(step.clocks[0].cycle == 2);
  const auto facts = Json::parse(one.record().facts);
  CHECK(facts["relapses"] == 1);
  CHECK(facts["successes_lost"] == 1);
  CHECK(one.record().open);
  one.take("sort", {{"duplicate_checked", true}});
  CHECK(one.record().state == "sorted");
}

TEST_CASE("the holder who has left since is stood in for by the head of the unit") {
  ACase one;
  one.closed();
  one.people[1].until = engine::Instant{};
  one.people[1].head = false;
  one.people[2].head = true;
  CHECK(one.take("reopen", {{"reason", "复发"}}, "vis").holder_after == "med2");
}

TEST_CASE("a merge ends one case and tells the other its number and its earlier clock") {
  ACase one;
  one.received();
  CHECK(one.refused("merge", {{"into", "case-1"}}) == "not_itself");
  const auto step = one.take("merge", {{"into", "case-2"}});
  CHECK(step.state_after == "merged");
  REQUIRE(step.also.size() == 1);
  CHECK(step.also[0].case_id == "case-2");
  CHECK(step.also[0].happening.event == "absorb");
  CHECK(step.also[0].happening.fields["number"] == "register-1");

  ACase other;
  other.hours = 20;
  other.entered().origin = engine::Origin::System;
  const auto absorbed = other.take("absorb", step.also[0].happening.fields, "system");
  REQUIRE(absorbed.clocks.size() == 1);
  CHECK(absorbed.clocks[0].deadline == "plan");
  CHECK(absorbed.clocks[0].at < other.record().deadlines[1].start + std::chrono::hours(1));
}

TEST_CASE("a visit is impossible only after three attempts on two days by two means, signed by a supervisor") {
  ACase one;
  one.resolved();
  const Json impossible{{"result", "unreachable"}};
  CHECK(one.refused("visit", impossible, "sup") == "three_attempts");
  one.take("visit", {{"result", "attempted"}, {"means", "phone"}}, "vis");
  one.take("visit", {{"result", "attempted"}, {"means", "phone"}}, "vis");
  one.hours += 24;
  one.take("visit", {{"result", "attempted"}, {"means", "face"}}, "vis");
  CHECK(one.refused("visit", impossible, "vis") == "three_attempts");  // without a site there are no days to count
}

TEST_CASE("two no-shows without a reason ask for consent again") {
  ACase one;
  one.planned().take("consent", {{"all", true}});
  one.take("no_show", {{"party", "李某"}});
  one.take("no_show", {{"party", "李某"}, {"excused", true}});
  CHECK(one.refused("accept").empty());
  one.take("no_show", {{"party", "李某"}});
  CHECK(one.refused("accept") == "all_consented");
}

TEST_CASE("a withdrawal with claims of the other side goes on") {
  ACase one;
  one.mediating();
  CHECK(one.refused("withdraw", {{"risk_checked", false}}) == "risk_checked");
  CHECK(one.take("withdraw", {{"risk_checked", true}, {"counter_claims", true}}).state_after == "mediating");
  CHECK(one.take("withdraw", {{"risk_checked", true}}).state_after == "awaiting_visit");
}

TEST_CASE("a merge made in error is undone: the case goes on where it stood, its clocks as if they had never stopped") {
  ACase one;
  one.mediating().take("suspend", {{"why", "appraisal"}, {"expected", one.at(400)}, {"what", "鉴定报告"}});
  const auto before = one.record().deadlines;
  const auto merged = one.take("merge", {{"into", "case-2"}});
  REQUIRE(merged.adds.size() == 1);
  CHECK(merged.adds[0].value == "suspended");
  CHECK(one.running().empty());
  one.hours += 20;
  CHECK(one.refused("unmerge") == "missing_field");
  const auto step = one.take("unmerge", {{"reason", "不是同一件事"}});
  CHECK(step.state_after == "suspended");
  CHECK(step.holder_after == "med");
  REQUIRE(step.also.size() == 1);
  CHECK(step.also[0].case_id == "case-2");
  CHECK(step.also[0].happening.event == "release");
  CHECK(one.running() == Names{"mediation", "suspension"});
  for (std::size_t i = 0; i < before.size(); ++i) {
    const auto& now = one.record().deadlines[i];
    CHECK(now.start == before[i].start);
    CHECK(now.rule == before[i].rule);
    CHECK(now.paused() == before[i].paused());
  }
  CHECK(one.take("resume").state_after == "mediating");
}

TEST_CASE("the case that was joined in error has its own times again when the other leaves") {
  ACase one;
  one.received();
  const auto merged = one.take("merge", {{"into", "case-2"}});
  ACase other;
  other.hours = 20;
  other.entered().origin = engine::Origin::System;
  const auto own = other.record().deadlines[1].start;
  other.take("absorb", merged.also[0].happening.fields, "system");
  CHECK(other.record().deadlines[1].start < own);
  const auto undone = one.take("unmerge", {{"reason", "不是同一件事"}});
  const auto step = other.take("release", undone.also[0].happening.fields, "system");
  CHECK(other.record().deadlines[1].start == own);
  const auto facts = Json::parse(other.record().facts);
  CHECK_FALSE(facts.contains("absorbed"));
  CHECK(facts["received_at"] == own.time_since_epoch().count());
  CHECK(one.record().state == "received");
  CHECK(one.running() == Names{"plan"});
}
