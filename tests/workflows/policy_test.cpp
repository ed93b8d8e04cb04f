#include "engine/time/site.hpp"
#include "tests/workflows/a_case.hpp"
#include "workflows/dispute_process.hpp"
#include "workflows/event.hpp"
#include "workflows/roles.hpp"

#include <catch2/catch.hpp>

using namespace workflows;
using workflows_tests::ACase;
using workflows_tests::Json;

namespace {

engine::Site site(engine::VisitAnchor anchor, engine::ReceptionClock reception = engine::ReceptionClock::Wall) {
  engine::SiteSpec spec;
  spec.visit_anchor = anchor;
  spec.reception_clock = reception;
  return engine::Site(spec);
}

std::vector<std::string> running_after(engine::VisitAnchor anchor, ACase& (ACase::*way)()) {
  ACase one;
  const engine::Site here = site(anchor);
  one.site = &here;
  (one.*way)();
  return one.running();
}

}  // namespace

TEST_CASE("the three promises are 30 minutes, 3 working days and 21 days") {
  const Standard standard = xiaozhan_2020();
  CHECK(standard.of(Limit::Reception).rule == engine::Rule{engine::ClockTime{std::chrono::minutes{30}}});
  CHECK(standard.of(Limit::Plan).rule == engine::Rule{engine::WorkingDays{3}});
  CHECK(standard.of(Limit::Visit).rule == engine::Rule{engine::CalendarDays{21}});
  for (const LimitRule& line : standard.limits) CHECK_FALSE(line.source.empty());
}

TEST_CASE("the visit is counted from resolution, reception, or both, as the site says") {
  using engine::VisitAnchor;
  using Names = std::vector<std::string>;
  CHECK(running_after(VisitAnchor::Resolution, &ACase::received) == Names{"plan"});
  CHECK(running_after(VisitAnchor::Reception, &ACase::received) == Names{"plan", "visit"});
  CHECK(running_after(VisitAnchor::Both, &ACase::received) == Names{"plan", "progress"});
  CHECK(running_after(VisitAnchor::Reception, &ACase::resolved) == Names{"visit"});
  CHECK(running_after(VisitAnchor::Both, &ACase::resolved) == Names{"visit"});
}

TEST_CASE(
    "where the visit is promised from reception, telling the progress keeps it and the settlement is visited later") {
  ACase one;
  const engine::Site here = site(engine::VisitAnchor::Reception);
  one.site = &here;
  one.mediating().take("progress", {{"means", "phone"}, {"text", "调解中"}});
  CHECK(one.running() == std::vector<std::string>{"mediation"});
  one.take("agree", {{"form", "oral"}, {"content", "清理"}, {"performed", true}, {"no_document", true}});
  CHECK(one.running() == std::vector<std::string>{"progress"});
}

TEST_CASE("reception runs by the clock, in open time where the site says so, at once in an emergency") {
  Json arrival{{"channel", "visit"}, {"party", "张某某"}, {"about", "x"}};
  const engine::Site open = site(engine::VisitAnchor::Resolution, engine::ReceptionClock::Open);
  ACase wall, inside, urgent;
  inside.site = urgent.site = &open;
  CHECK(wall.take("arrive", arrival, "rec").clocks[0].rule ==
        engine::Rule{engine::ClockTime{std::chrono::minutes{30}}});
  CHECK(inside.take("arrive", arrival, "rec").clocks[0].rule ==
        engine::Rule{engine::OpenTime{std::chrono::minutes{30}}});
  arrival["emergency"] = true;
  CHECK(urgent.take("arrive", arrival, "rec").clocks[0].rule ==
        engine::Rule{engine::ClockTime{std::chrono::minutes{30}, true}});
}

TEST_CASE("an offer is answered by how the unit attends the centre") {
  CHECK(answer_limit("resident") == engine::OpenTime{std::chrono::hours{1}});
  CHECK(answer_limit("on_call") == engine::OpenTime{std::chrono::hours{4}});
  CHECK(mediation_period(Period::Labour) == engine::Rule{engine::CalendarDays{15}});
  CHECK(mediation_period(Period::Medical) == engine::Rule{engine::WorkingDays{30}});
}

TEST_CASE("a visit is impossible after three attempts on two days by two means") {
  ACase one;
  const engine::Site here = site(engine::VisitAnchor::Resolution);
  one.site = &here;
  one.resolved().take("visit", {{"result", "attempted"}, {"means", "phone"}}, "vis");
  one.take("visit", {{"result", "attempted"}, {"means", "face"}}, "vis");
  one.take("visit", {{"result", "attempted"}, {"means", "phone"}}, "vis");
  CHECK(one.refused("visit", {{"result", "unreachable"}}, "sup") == "three_attempts");  // all on one day
  one.hours += 24;
  one.take("visit", {{"result", "attempted"}, {"means", "phone"}}, "vis");
  CHECK(one.refused("visit", {{"result", "unreachable"}}, "vis") == "supervisor_signs");
  CHECK(one.take("visit", {{"result", "unreachable"}}, "sup").state_after == "visited");
  CHECK(one.take("close", {{"performed", "当场履行，有照片"}}).state_after == "closed");
}

TEST_CASE("roles are data: every step of a person is permitted to somebody, the engine's to nobody") {
  for (const EventWords& line : events()) {
    CHECK(roles_for(line.name).empty() == line.system);
  }
  CHECK_FALSE(permitted({"auditor"}, "arrive"));
  CHECK(permitted({"auditor"}, "verify"));
  CHECK_FALSE(permitted({"mediator", "receptionist"}, "no_such_thing"));
  CHECK_FALSE(permitted({}, "list"));
}
