#include "engine/clock_text.hpp"
#include "tests/workflows/a_case.hpp"

#include <catch2/catch.hpp>

using workflows_tests::ACase;
using workflows_tests::Json;

namespace {
const Json offer{{"to", "lia"}, {"reason", "欠薪归劳动部门"}};
const Json objection{{"reason", "不属本部门"}, {"basis", "某某条例"}, {"proposed", "住建"}};
}  // namespace

TEST_CASE("an offer moves nothing until the receiver acknowledges it") {
  ACase one;
  one.planned();
  CHECK(one.take("offer", offer).holder_after == "med");
  CHECK(one.running() == std::vector<std::string>{"step", "handoff"});
  CHECK(one.refused("ack", Json::object(), "med2") == "receiver_answers");
  const auto step = one.take("ack", Json::object(), "lia");
  CHECK(step.holder_after == "lia");
  CHECK(step.state_after == "planned");
}

TEST_CASE("who offers may ask for a faster answer than usual, never for one in no time, nor give a slower one") {
  ACase one;
  one.planned();
  const auto rule_with = [&](int minutes) {
    Json fields = offer;
    fields["limit"] = minutes;
    const auto step = one.take("offer", fields);
    one.take("ack", Json::object(), "lia");
    one.take("offer", {{"to", "med"}, {"reason", "退回"}}, "lia");
    one.take("ack", Json::object(), "med");
    return engine::to_text(step.clocks.front().rule);
  };
  CHECK(rule_with(20) == "open:1200");
  CHECK(rule_with(100000) == rule_with(240));
  Json at_once = offer;
  at_once["limit"] = 0;
  CHECK(one.refused("offer", at_once) == "impossible_instant");
}

TEST_CASE("the head of the unit may take over for the named receiver") {
  ACase one;
  one.planned().take("offer", offer);
  CHECK(one.take("ack", Json::object(), "chief").holder_after == "chief");
}

TEST_CASE("an objection does not move the case; the referee designates, and that is final") {
  ACase one;
  one.planned().take("offer", offer);
  CHECK(one.take("object", objection, "lia").holder_after == "med");
  CHECK(one.running() == std::vector<std::string>{"step", "referee"});
  CHECK(one.refused("ack", Json::object(), "lia") == "no_such_step");
  CHECK(one.refused("designate", {{"to", "lia"}, {"reason", "归口"}}, "med") == "role");
  CHECK(one.take("designate", {{"to", "lia"}, {"reason", "归口"}}, "dir").holder_after == "lia");
  CHECK(one.refused("object", objection, "lia") == "no_such_step");
}

TEST_CASE("after two objections there is no third offer: the director designates") {
  ACase one;
  one.planned();
  for (int round = 0; round < 2; ++round) {
    one.take("offer", offer);
    one.take("object", objection, "lia");
  }
  CHECK(one.refused("offer", offer) == "objections_left");
  CHECK(one.take("designate", {{"to", "chief"}, {"reason", "三次派单"}}, "dir").holder_after == "chief");
}

TEST_CASE("silence makes the head of the unit the holder, and only the engine says so") {
  ACase one;
  one.planned().take("offer", offer);
  CHECK(one.refused("lapse", Json::object(), "dir") == "role");
  one.origin = engine::Origin::System;
  CHECK(one.take("lapse", {{"deadline", "handoff"}}, "system").holder_after == "chief");
}

TEST_CASE("nobody whose term has ended is given a case; silence passes over an ended head to the director") {
  ACase one;
  one.planned();
  const auto end_term = [&](const char* id) {
    for (engine::Person& person : one.people)
      if (person.id == id) person.until = engine::Instant{};
  };
  end_term("med2");
  CHECK(one.refused("offer", {{"to", "med2"}, {"reason", "x"}}) == "receiver_on_roster");
  one.take("offer", offer);
  end_term("chief");
  one.origin = engine::Origin::System;
  CHECK(one.take("lapse", {{"deadline", "handoff"}}, "system").holder_after != "chief");
}

TEST_CASE("nobody is given a case whose roles can do nothing with it, not by silence either") {
  ACase one;
  one.planned();
  for (const char* idle : {"arc", "sup", "vis"}) {
    INFO(idle);
    CHECK(one.refused("offer", {{"to", idle}, {"reason", "x"}}) == "receiver_on_roster");
    CHECK(one.refused("designate", {{"to", idle}, {"reason", "x"}}, "dir") == "receiver_on_roster");
  }
  one.take("offer", offer);
  for (engine::Person& person : one.people)
    if (person.id == "chief") person.roles = {"archivist"};
  one.origin = engine::Origin::System;
  CHECK(one.take("lapse", {{"deadline", "handoff"}}, "system").holder_after == "dir");
}

TEST_CASE("a hand-off neither pauses nor resets the citizen's clocks (C5)") {
  ACase one;
  one.entered();
  for (const auto& change : one.take("offer", offer).clocks) CHECK(change.deadline == "handoff");
  for (const auto& change : one.take("ack", Json::object(), "lia").clocks) CHECK(change.deadline == "handoff");
}

TEST_CASE("a case cannot be closed while it is on offer or a joint task is open") {
  ACase one;
  one.visited().take("offer", offer);
  CHECK(one.refused("close") == "nothing_offered");
  one.take("ack", Json::object(), "lia");
  one.take("invite", {{"unit", "城管"}, {"to", "sup"}, {"what", "勘查"}, {"due", one.at(900)}}, "lia");
  CHECK(one.refused("close", Json::object(), "lia") == "no_open_task");
  CHECK(one.refused("report_task", {{"task_no", 2}, {"result", "无"}}, "lia") == "task_known");
  CHECK(one.refused("report_task", {{"task_no", 1}, {"dropped", "不需要"}}, "lia") == "task_ended");
  one.take("report_task", {{"task_no", 1}, {"dropped", "不需要"}}, "dir");
  one.take("close", Json::object(), "lia");
}

TEST_CASE("the lead cannot resolve while a co-unit's task is open") {
  ACase one;
  one.planned({"handle"}).take("invite", {{"unit", "城管"}, {"to", "lia"}, {"what", "勘查"}, {"due", one.at(900)}});
  const Json done{{"unit", "住建"}, {"result", "修好"}, {"told_how", "face"}};
  CHECK(one.refused("handle", done) == "no_open_task");
  one.take("report_task", {{"task_no", 1}, {"result", "已勘查"}}, "lia");
  CHECK(one.take("handle", done).state_after == "awaiting_visit");
}

namespace {

/// A case of the committee, offered upwards.
ACase passed_up() {
  ACase one;
  one.planned({"handle"}).take("offer", {{"to", "lia"}, {"reason", "疑难"}, {"level", "escalate"}, {"why", "hard"}});
  return one;
}

const Json handled{{"unit", "人社"}, {"result", "办结"}, {"told_how", "face"}};

}  // namespace

TEST_CASE("a unit that passes a case up stays with it: a task of its own, with a limit, that the lead waits for") {
  ACase one = passed_up();
  one.take("ack", Json::object(), "lia");
  const auto facts = Json::parse(one.record().facts);
  REQUIRE(facts["tasks"].size() == 1);
  CHECK(facts["tasks"][0]["person"] == "med");
  CHECK(facts["tasks"][0]["unit"] == "committee");
  const auto running = one.running();
  CHECK(std::count(running.begin(), running.end(), "task") == 1);
  CHECK(one.refused("handle", handled, "lia") == "no_open_task");
  one.take("report_task", {{"task_no", 1}, {"result", "已配合入户"}}, "med");
  CHECK(one.refused("handle", handled, "lia").empty());
}

TEST_CASE("it stays too when the offer lapses or the referee decides, but not when the case comes back to it") {
  ACase silent = passed_up();
  silent.origin = engine::Origin::System;
  silent.take("lapse", Json::object(), "system");
  CHECK(Json::parse(silent.record().facts)["tasks"].size() == 1);

  ACase decided = passed_up();
  decided.take("object", {{"reason", "r"}, {"basis", "b"}, {"proposed", "p"}}, "lia");
  decided.take("designate", {{"to", "chief"}, {"reason", "指定"}}, "dir");
  CHECK(Json::parse(decided.record().facts)["tasks"].size() == 1);

  ACase level;
  level.planned({"handle"}).take("offer", {{"to", "lia"}, {"reason", "专业"}});
  level.take("ack", Json::object(), "lia");
  CHECK_FALSE(Json::parse(level.record().facts).contains("tasks"));
  CHECK(level.refused("handle", handled, "lia").empty());
}
