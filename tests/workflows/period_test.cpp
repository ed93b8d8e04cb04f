#include "engine/counting.hpp"
#include "engine/time/text.hpp"
#include "tests/workflows/a_case.hpp"
#include "workflows/dispute_process.hpp"
#include "workflows/facts_json.hpp"

#include <catch2/catch.hpp>

using workflows_tests::ACase;
using workflows_tests::Json;
using Names = std::vector<std::string>;

namespace {

/// A mediation whose period ran out `later` hours after it was accepted.
ACase ran_out(int later = 24 * 30) {
  ACase one;
  one.mediating();
  one.hours += later;
  one.origin = engine::Origin::System;
  one.take("period_end", {{"deadline", "mediation"}}, "system");
  one.origin = engine::Origin::Person;
  return one;
}

const Json told{{"reason", "period_over"}, {"routes", "向人民法院起诉"}, {"aid_offered", true}};

}  // namespace

TEST_CASE("mediation that is not agreed within its period ends; telling the routes has a limit of its own") {
  ACase one = ran_out();
  CHECK(one.record().state == "planned");
  CHECK(one.running() == Names{"step", "routes"});
  CHECK(one.refused("session", {{"rights_told", true}}) == "no_such_step");
  CHECK(one.refused("accept") == "mediation_open");
  CHECK(one.refused(
            "plan",
            {{"branches", {"mediate"}}, {"responsible", "med"}, {"next_at", one.at(9000)}, {"told_how", "face"}}) ==
        "routes_not_owed");
  CHECK(one.take("fail", told).state_after == "awaiting_visit");
  CHECK(one.running() == Names{"visit"});
}

TEST_CASE("the end of a period is never told by a person, and its holder and a supervisor learn of it") {
  ACase one;
  one.mediating();
  CHECK(one.refused("period_end", Json::object(), "dir") == "role");
  one.origin = engine::Origin::System;
  const auto step = one.take("period_end", Json::object(), "system");
  REQUIRE(step.tell.size() == 2);
  CHECK(step.tell[0].to == "med");
  CHECK(step.tell[1].to == "role:supervisor");
}

TEST_CASE("all parties together take up a mediation whose period ran out; one who refuses stands in the way") {
  ACase one = ran_out();
  const Json longer{{"until", one.at(24 * 60)}, {"all", true}};
  CHECK(one.refused("extend", {{"until", one.at(1)}, {"all", true}}) == "new_end_ahead");
  one.take("refuse", {{"party", "李某"}});
  CHECK(one.refused("extend", longer) == "all_consented");
  one.take("consent", {{"party", "李某"}, {"side", "respondent"}});
  CHECK(one.take("extend", longer).state_after == "mediating");
  CHECK(one.running() == Names{"mediation"});
  CHECK(one.refused("session", {{"rights_told", true}}).empty());
}

TEST_CASE("an agreement signed within the period and recorded after it takes effect when it was signed") {
  ACase one = ran_out();
  Json agreement{{"form", "written"},  {"content", "赔偿"},       {"perform_by", one.at(9000)},
                 {"all_signed", true}, {"mediator_signed", true}, {"sealed", true}};
  CHECK(one.refused("agree", agreement) == "signed_in_time");
  agreement["signed_on"] = one.at(9000);
  CHECK(one.refused("agree", agreement) == "signed_in_time");
  agreement["signed_on"] = one.at(24 * 20);
  const auto step = one.take("agree", agreement);
  CHECK(step.state_after == "awaiting_visit");
  CHECK(one.running() == Names{"visit", "performance", "confirmation"});
  workflows::Facts facts;
  workflows::from_json(one.record().facts, workflows::facts_version, facts);
  CHECK(engine::format_utc(facts.effective_at) == one.at(24 * 20));
  for (const auto& change : step.clocks)
    if (change.deadline == "confirmation" || change.deadline == "visit") CHECK(change.at == facts.effective_at);
}

TEST_CASE("with other ways still open the plan goes on after the routes are told") {
  ACase one;
  one.planned({"mediate", "aid"}).take("consent", {{"all", true}});
  one.take("accept", {{"rights_told", true}});
  one.origin = engine::Origin::System;
  one.take("period_end", Json::object(), "system");
  one.origin = engine::Origin::Person;
  CHECK(one.take("fail", told).state_after == "planned");
  CHECK(one.running() == Names{"step"});
  CHECK(one.take("aid", {{"kind", "relief"}, {"result", "临时救助"}}).state_after == "awaiting_visit");
}

TEST_CASE("a party still goes to law after the period, and nobody is owed the routes twice") {
  ACase one = ran_out();
  CHECK(one.take("law", {{"body", "法院"}}).state_after == "awaiting_visit");
  CHECK(one.running() == Names{"visit"});
}

TEST_CASE(
    "the holder is warned on a working day at least five days before the period runs out, never before it began") {
  const auto process = workflows::make_dispute_process();
  const engine::Site site = engine::Site::standard();
  const auto warned = [&](int days) {
    const auto start = engine::parse_instant("2020-05-20T09:00:00+08:00", engine::Zone::utc());
    const auto clock = engine::counted(
        {engine::ClockChange::Op::Start, "mediation", 1, start, engine::CalendarDays{days}, "x"}, *process, {}, site);
    return engine::format_instant(clock.points.at(0).at, site.zone());
  };
  CHECK(warned(30) == "2020-06-12T08:30:00+08:00");  // due Friday 06-19; 06-14 is a Sunday
  CHECK(warned(3) == "2020-05-20T09:00:00+08:00");
}
