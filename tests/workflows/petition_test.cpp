#include "tests/workflows/a_case.hpp"

#include <catch2/catch.hpp>

using workflows_tests::ACase;
using workflows_tests::Json;
using Names = std::vector<std::string>;

namespace {

ACase from_petitions(Json more = Json::object()) {
  Json arrival{{"channel", "信访转送"}, {"party", "张某某"}, {"respondents", {"李某"}}, {"about", "排水"}};
  arrival.update(more);
  ACase one;
  one.take("arrive", arrival, "rec");
  return one;
}

}  // namespace

TEST_CASE("a case from the petitions office owes the petitioner a notice in 15 days and an opinion in 60") {
  ACase one = from_petitions();
  CHECK(one.running() == Names{"reception", "petition_notice", "petition_opinion"});
  one.take("receive", {{"receiver", "med"}}, "rec");
  CHECK(one.refused("reply", {{"kind", "result"}}) == "reply_owed");
  CHECK(one.refused("merge", {{"into", "x"}}) == "outside_answered");
  one.take("reply", {{"kind", "notice"}, {"document", "〔2020〕1号"}});
  CHECK(one.running() == Names{"petition_opinion", "plan"});
  CHECK(one.refused("reply", {{"kind", "notice"}}) == "reply_owed");
  one.take("reply", {{"kind", "opinion"}, {"document", "〔2020〕2号"}});
  CHECK(one.running() == Names{"plan"});
}

TEST_CASE("the director gives at most 30 days more for the opinion, with the reason the petitioner was told") {
  ACase one = from_petitions();
  one.take("receive", {{"receiver", "med"}}, "rec");
  Json longer{{"kind", "longer"}, {"until", one.at(24 * 80)}, {"reason", "需鉴定"}};
  CHECK(one.refused("reply", longer) == "longer_grounded");
  const auto step = one.take("reply", longer, "dir");
  REQUIRE(step.clocks.size() == 1);
  CHECK(step.clocks[0].deadline == "petition_opinion");
  CHECK(step.clocks[0].cycle == 1);
  longer["until"] = one.at(24 * 92);
  CHECK(one.refused("reply", longer, "dir") == "longer_grounded");
}

TEST_CASE("nothing closes while somebody outside waits for an answer, and a relapse does not end their limit") {
  ACase one = from_petitions();
  one.take("receive", {{"receiver", "med"}}, "rec");
  one.take("withdraw", {{"risk_checked", true}});
  one.take("reopen", {{"reason", "又来"}}, "vis");
  CHECK(one.running() == Names{"petition_notice", "petition_opinion", "plan"});
  one.take("withdraw", {{"risk_checked", true}});
  one.take("visit",
           {{"result", "made"},
            {"means", "phone"},
            {"contacted", "both"},
            {"content", true},
            {"smiled", true},
            {"listened", true},
            {"tried_best", true}},
           "vis");
  CHECK(one.refused("close") == "outside_answered");
  one.take("reply", {{"kind", "notice"}});
  one.take("reply", {{"kind", "opinion"}});
  CHECK(one.take("close").state_after == "closed");
}

TEST_CASE("a sender's own limit runs as it was set; a ledger starts no petition's limit") {
  ACase one = from_petitions({{"channel", "12345"}, {"external_due", "2020-06-01T17:00:00+08:00"}});
  CHECK(one.running() == Names{"reception", "outside"});
  CHECK(one.take("reply", {{"kind", "result"}}).clocks.size() == 1);
  ACase old;
  old.origin = engine::Origin::Import;
  old.take("arrive", {{"channel", "petition"}, {"party", "张某某"}, {"about", "x"}}, "rec");
  CHECK(old.running() == Names{"reception"});
}
