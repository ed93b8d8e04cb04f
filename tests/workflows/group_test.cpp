#include "tests/workflows/a_case.hpp"
#include "workflows/facts_json.hpp"

#include <catch2/catch.hpp>

using workflows_tests::ACase;
using workflows_tests::Json;

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
