#include "engine/error.hpp"
#include "tests/workflows/a_case.hpp"
#include "tests/workflows/alphabet.hpp"
#include "workflows/dispute_process.hpp"
#include "workflows/facts_json.hpp"

#include <catch2/catch.hpp>

using namespace workflows;
using namespace workflows_tests;

TEST_CASE("facts are stored and read back unchanged at every step of a way") {
  const auto process = make_dispute_process();
  ACase one;
  one.visited().take("offer", {{"to", "lia"}, {"reason", "\"引号\"\\与\n换行"}});
  const auto again = process->restore(one.record());
  engine::CaseRecord copy = one.record();
  copy.facts.clear();
  again->project(copy);
  CHECK(copy == one.record());
}

TEST_CASE("facts with everything set survive the codec") {
  Facts facts;
  Party party;
  party.name = "张某某";
  party.consent = Consent::Given;
  party.signed_at = engine::Instant{std::chrono::hours(5)};
  facts.parties = {party, party};
  facts.branches[0] = BranchStatus::Broken;
  facts.outcomes[5] = Outcome::Routed;
  facts.offer = {"a", "b", engine::Instant{std::chrono::hours(1)}, "c", "u", "g"};
  facts.tasks.push_back({"u", "p", "w", TaskStatus::Dropped});
  facts.questions.push_back({"q", "a", true});
  facts.attempts.push_back({engine::Instant{std::chrono::hours(7)}, Means::Video});
  facts.mediators = {"m"};
  facts.representatives = {"r"};
  facts.claims.push_back({"id", "1", true});
  facts.period_ended_at = engine::Instant{std::chrono::hours(3)};
  facts.merged_from = "planned";
  facts.satisfaction = {1, 2, 0, 2};
  facts.amount = 123'456'789'012;
  Facts read;
  from_json(to_json(facts), facts_version, read);
  CHECK(read == facts);
  CHECK(to_json(Facts{}) == "{}");
}

TEST_CASE("facts of an earlier program read as they were, with nothing of what it did not know") {
  Facts facts;
  from_json(
      R"({"parties":[{"name":"张某某","consent":1}],"custody":2,"offer":{"to":"lia","by":"med"},"absorbed":["2"]})", 1,
      facts);
  CHECK(facts.parties.at(0).consent == Consent::Given);
  CHECK(facts.offer.to == "lia");
  CHECK_FALSE(giver_stays(facts, "lia"));
  CHECK(facts.absorbed == std::vector<std::string>{"2"});
  CHECK_FALSE(has_open_claim(facts));
  CHECK_FALSE(facts.sampled);
  CHECK_FALSE(is_set(facts.period_ended_at));
}

TEST_CASE("facts of a newer program, and text that is no facts, are refused in words") {
  Facts facts;
  CHECK_THROWS_AS(from_json("{}", facts_version + 1, facts), engine::Error);
  CHECK_THROWS_AS(from_json("[", facts_version, facts), engine::Error);
  CHECK_THROWS_AS(from_json("{\"parties\":7}", facts_version, facts), engine::Error);
}

TEST_CASE("an unknown state and an unknown step are faults that name the case") {
  const auto process = make_dispute_process();
  engine::CaseRecord record;
  record.number = "小站矛调〔2020〕0001号";
  record.state = "dancing";
  record.facts = "{}";
  CHECK_THROWS_WITH(process->restore(record), Catch::Contains("小站矛调〔2020〕0001号") && Catch::Contains("dancing"));
  record.state = "planned";
  engine::HistoryEntry entry;
  entry.event = "sing";
  entry.fields = "{}";
  const auto matter = process->restore(record);
  CHECK_THROWS_WITH(matter->apply(entry), Catch::Contains("sing"));
}
