#include "tests/workflows/a_case.hpp"

#include <catch2/catch.hpp>

using workflows_tests::ACase;
using workflows_tests::Json;

namespace {

const Json talk{{"result", "made"}, {"means", "phone"}, {"contacted", "both"}, {"performed", "done"},
                {"content", true},  {"smiled", true},   {"listened", true},    {"tried_best", true}};

}  // namespace

TEST_CASE("a case drawn for a sample is visited by somebody other than its mediators") {
  ACase one;
  one.resolved();
  CHECK(one.refused("sample", Json::object(), "med") == "role");
  CHECK(one.refused("sample", {{"visitor", "med"}}, "sup") == "another_visits");
  const auto step = one.take("sample", {{"visitor", "vis"}, {"reason", "每五件抽一件"}}, "sup");
  REQUIRE(step.tell.size() == 1);
  CHECK(step.tell[0].to == "vis");
  CHECK(one.refused("visit", talk, "med") == "another_visits");
  Json for_another = talk;
  for_another["visitor"] = "med";
  CHECK(one.refused("visit", for_another, "vis") == "another_visits");
  one.take("visit", talk, "vis");
  CHECK(one.take("close").state_after == "closed");
}

TEST_CASE("a case drawn after its mediator's visit waits for another's before it is closed") {
  ACase one;
  one.resolved().take("visit", talk, "med");
  CHECK(one.refused("close").empty());
  one.take("sample", Json::object(), "dir");
  CHECK(one.refused("close") == "sample_visited");
  one.take("visit", talk, "med");
  CHECK(one.refused("close") == "sample_visited");
  one.take("visit", talk, "vis");
  CHECK(one.refused("close").empty());
}
