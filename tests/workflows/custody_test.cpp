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
