#include "tests/workflows/a_case.hpp"
#include "workflows/facts_json.hpp"

#include <catch2/catch.hpp>

using workflows_tests::ACase;
using workflows_tests::Json;

TEST_CASE("a claim joins the case of its group, and the group hears when it ends and when it breaks out again") {
  ACase claim;
  claim.visited();
  CHECK(claim.refused("join", {{"group", "case-1"}}) == "not_itself");
  const auto joined = claim.take("join", {{"group", "group-case"}});
  REQUIRE(joined.also.size() == 1);
  CHECK(joined.also[0].case_id == "group-case");
  CHECK(joined.also[0].happening.event == "child");
  CHECK(joined.also[0].happening.fields["standing"] == "open");
  CHECK(claim.refused("join", {{"group", "another"}}) == "in_no_group");

  ACase group;
  group.visited().origin = engine::Origin::System;
  group.take("child", joined.also[0].happening.fields, "system");
  group.origin = engine::Origin::Person;
  CHECK(group.refused("close") == "no_open_claim");
  CHECK(group.refused("merge", {{"into", "x"}}) == "no_open_claim");
  CHECK(group.refused("join", {{"group", "x"}}) == "in_no_group");
  CHECK(group.refused("child", joined.also[0].happening.fields, "dir") == "role");

  const auto closed = claim.take("close");
  REQUIRE(closed.also.size() == 1);
  CHECK(closed.also[0].happening.fields["standing"] == "ended");
  group.origin = engine::Origin::System;
  group.take("child", closed.also[0].happening.fields, "system");
  group.origin = engine::Origin::Person;
  CHECK(group.take("close").state_after == "closed");

  const auto again = claim.take("reopen", {{"reason", "又起争执"}}, "vis");
  REQUIRE(again.also.size() == 1);
  CHECK(again.also[0].happening.fields["standing"] == "open");
  group.origin = engine::Origin::System;
  group.take("child", again.also[0].happening.fields, "system");
  CHECK(group.record().state == "closed");
  auto other = again.also[0].happening.fields;
  other["from"] = "case-9";
  CHECK(group.refused("child", other, "system") == "group_takes_claims");
}

TEST_CASE("a group speaks through at most five representatives, whom it may choose anew (信访工作条例 art. 20)") {
  const Json five{"代表甲", "代表乙", "代表丙", "代表丁", "代表戊"};
  Json six = five;
  six.push_back("代表己");
  Json arrival{{"channel", "group"}, {"party", "某小区业主"}, {"about", "物业"}, {"representatives", six}};
  ACase one;
  CHECK(one.refused("arrive", arrival, "rec") == "few_representatives");
  arrival["representatives"] = {"代表甲"};
  one.take("arrive", arrival, "rec");
  one.take("receive", {{"receiver", "med"}}, "rec");
  Json sorting{{"type", "property_mgmt"}, {"duplicate_checked", true}, {"scale", "group"}, {"representatives", six}};
  const auto decision = one.tell("sort", sorting);
  REQUIRE(std::holds_alternative<engine::Refusal>(decision));
  CHECK(std::get<engine::Refusal>(decision).rule == "信访工作条例 Art.20");
  sorting["representatives"] = five;
  sorting["mandate"] = "业主大会推选";
  one.take("sort", sorting);
  workflows::Facts facts;
  workflows::from_json(one.record().facts, workflows::facts_version, facts);
  CHECK(facts.representatives.size() == 5);
}
