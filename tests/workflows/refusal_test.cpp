#include "tests/workflows/a_case.hpp"

#include <catch2/catch.hpp>

using workflows_tests::ACase;
using workflows_tests::Json;

namespace {

engine::Refusal refusal_of(ACase& one, const std::string& event, Json fields = Json::object(),
                           const std::string& who = "med") {
  return std::get<engine::Refusal>(one.tell(event, std::move(fields), who));
}

}  // namespace

TEST_CASE("a step that the state does not have and a question that refuses are told apart") {
  ACase one;
  one.received();
  const auto impossible = refusal_of(one, "session");
  CHECK(impossible.kind == engine::Refusal::Kind::Impossible);
  CHECK(impossible.code == "no_such_step");
  CHECK(impossible.case_number == "register-1");
  CHECK(std::find(impossible.possible.begin(), impossible.possible.end(), "sort") != impossible.possible.end());

  const auto guard = refusal_of(one, "sort", {{"duplicate_checked", false}});
  CHECK(guard.kind == engine::Refusal::Kind::Guard);
  CHECK(guard.code == "classified");
  CHECK_FALSE(guard.rule.empty());
  CHECK_FALSE(guard.message.empty());
}

TEST_CASE("a name that no party on record bears becomes a party only with its side") {
  ACase one;
  one.planned();
  for (const char* event : {"consent", "refuse", "no_show"})
    CHECK(one.refused(event, {{"party", "李四"}}) == "unknown_party");
  one.take("consent", {{"all", true}});
  one.take("accept", {{"rights_told", true}});
  CHECK(one.take("refuse", {{"party", "王五"}, {"side", "claimant"}}).state_after == "planned");
}

TEST_CASE("no mediation without the consent of every party, and one refusal breaks it off (art. 17)") {
  ACase one;
  one.planned();
  CHECK(refusal_of(one, "accept").rule == "人民调解法 Art.17");
  one.take("consent", {{"party", "张某某"}});
  CHECK(one.refused("accept") == "all_consented");
  one.take("consent", {{"party", "李某"}});
  one.take("accept", {{"rights_told", true}});
  CHECK(one.take("refuse", {{"party", "李某"}, {"kind", "stop"}}).state_after == "planned");
  CHECK(one.refused("accept") == "mediation_open");
  CHECK(
      one.refused("plan",
                  {{"branches", {"mediate"}}, {"responsible", "med"}, {"next_at", one.at(99)}, {"told_how", "face"}}) ==
      "no_refusal_stands");
  CHECK(one.take("fail", {{"reason", "stopped"}, {"routes", "法院、仲裁"}}).state_after == "awaiting_visit");
}

TEST_CASE("a step that needs another role, or belongs to another centre, is not permitted") {
  ACase one;
  one.received();
  CHECK(one.refused("sort", {{"duplicate_checked", true}}, "arc") == "role");
  one.people[2].centre = "v01";
  engine::Happening note;
  note.event = "note";
  note.fields = {{"text", "x"}};
  note.actor = {"med2", "v01", {"mediator"}};
  const auto decision = one.matter().decide(note, one.around());
  CHECK(std::get<engine::Refusal>(decision).code == "other_centre");
}

TEST_CASE("what is possible now says what is missing") {
  ACase one;
  one.planned();
  for (const engine::Possible& line : one.matter().possible(one.around())) {
    if (line.event == "accept") CHECK(line.missing == "not every party has consented to mediation");
    if (line.event == "plan")
      CHECK(line.needs == std::vector<std::string>{"branches", "responsible", "next_at", "told_how"});
    if (line.event == "handle") CHECK_FALSE(line.missing.empty());  // the plan mediates
    CHECK(line.event != "lapse");
    CHECK(line.event != "ack");
  }
}

TEST_CASE("leaving the system needs a receipt or a signed notice (C6)") {
  ACase one;
  one.planned({"route"});
  CHECK(one.refused("route", {{"body", "法院"}}) == "receipt_or_notice");
  CHECK(one.refused("route", {{"body", "法院"}, {"receipt_no", "1号"}}) == "receipt_or_notice");
  CHECK(one.refused("route", {{"body", "法院"}, {"signed", true}, {"address", "某路"}, {"limit", "三年"}}) ==
        "receipt_or_notice");
  CHECK(one.take("route",
                 {{"body", "法院"}, {"signed", true}, {"address", "某路"}, {"limit", "三年"}, {"aid_offered", true}})
            .state_after == "awaiting_visit");
}

TEST_CASE("types 13 to 15 cannot be mediated and must go onto a statutory route") {
  ACase one;
  one.sorted("administrative").take("enter", {{"safety", "safe"}, {"skipped", "平静"}});
  Json plan{{"branches", {"mediate", "route"}}, {"responsible", "med"}, {"next_at", one.at(48)}, {"told_how", "face"}};
  CHECK(one.refused("plan", plan) == "lawful_branches");
  plan["branches"] = {"explain"};
  CHECK(one.refused("plan", plan) == "lawful_branches");
  plan["branches"] = {"explain", "route"};
  CHECK(one.refused("plan", plan).empty());
}

TEST_CASE("red risk needs the police told, and stops sessions until it is cleared (art. 25)") {
  ACase one;
  one.mediating();
  CHECK(one.refused("risk", {{"level", "red"}, {"reason", "威胁"}}) == "police_told_at_red");
  const auto step = one.take("risk", {{"level", "red"}, {"reason", "威胁"}, {"police_at", one.at(one.hours)}});
  CHECK(step.tell.size() == 1);
  CHECK(one.refused("session") == "risk_cleared");
  one.take("risk", {{"level", "orange"}, {"reason", "平息"}});
  CHECK(one.refused("session").empty());
}

TEST_CASE("a session needs a mediator in term and the rights told") {
  ACase one;
  one.planned().take("consent", {{"all", true}});
  one.take("accept");
  CHECK(one.refused("session", {{"mediator", "med"}}) == "rights_told");
  CHECK(one.refused("session", {{"mediator", "rec"}, {"rights_told", true}}) == "mediator_in_term");
  one.people[1].until = engine::Instant{};
  CHECK(one.refused("session", {{"mediator", "med"}, {"rights_told", true}}) == "mediator_in_term");
}

TEST_CASE("closing waits for visit, performance and answers") {
  ACase one;
  one.mediating().take("agree", {{"form", "written"},
                                 {"content", "李某赔偿500元"},
                                 {"perform_by", one.at(200)},
                                 {"all_signed", true},
                                 {"mediator_signed", true},
                                 {"sealed", true}});
  CHECK(one.running() == std::vector<std::string>{"visit", "performance", "confirmation"});
  CHECK(one.refused("close") == "no_such_step");
  Json visit{{"result", "made"}, {"means", "message"}, {"contacted", "both"}, {"performed", "partial"},
             {"content", true},  {"smiled", true},     {"listened", true},    {"tried_best", true}};
  CHECK(one.refused("visit", visit, "vis") == "real_contact");
  visit["means"] = "phone";
  visit["contacted"] = "claimant";
  CHECK(one.refused("visit", visit, "vis") == "real_contact");
  visit["contacted"] = "both";
  visit.erase("smiled");
  CHECK(one.refused("visit", visit, "vis") == "visit_answered");
  visit["smiled"] = false;
  one.take("visit", visit, "vis");
  CHECK(one.refused("close") == "performance_settled");
  one.take("question", {{"question", "何时付清"}, {"answerer", "med"}, {"due", one.at(300)}});
  one.take("perform", {{"result", "proved"}, {"proof", "收条"}});
  CHECK(one.refused("close") == "questions_answered");
  one.take("answer", {{"question_no", 1}, {"answer", "已付清"}});
  CHECK(one.take("close").state_after == "closed");
}
