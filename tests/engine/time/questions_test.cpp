#include "engine/time/questions.hpp"

#include "engine/json.hpp"
#include "tests/engine/time/reading.hpp"

#include <catch2/catch.hpp>

using nlohmann::json;
using namespace engine;

namespace {

json vectors() {
  const std::string text = contents(MAOTIAO_SHARED_DATA "/sla_vectors.json");
  return text.empty() ? json::array() : json::parse(text)["vectors"];
}

/// The answer's key for an expected one: expected_due is answered by due.
std::pair<std::string, json> expected(const json& vector) {
  for (const auto& [key, value] : vector.items()) {
    if (key.rfind("expected_", 0) == 0) return {key.substr(9), value};
  }
  return {};
}

json asked(json question) { return json::parse(answer_question(question.dump())); }

/// Open from nine to five on these days, in Berlin.
json office(const char* kind, std::initializer_list<const char*> open_on = {"mon", "tue", "wed", "thu", "fri"}) {
  json question{{"id", "q"}, {"kind", kind}, {"timezone", "Europe/Berlin"}};
  for (const char* day : open_on) question["weekly_hours"][day] = json::parse(R"([["09:00","17:00"]])");
  return question;
}

void check_all(bool with_convention) {
  const json all = vectors();
  if (all.empty()) WARN("the shared vectors are absent: skipped");
  for (json vector : all) {
    const auto [key, value] = expected(vector);
    if (!with_convention) vector.erase("convention");
    INFO(vector["id"] << " " << vector["kind"] << " " << vector.value("convention", ""));
    const json answer = asked(vector);
    CHECK(answer["id"] == vector["id"]);
    CHECK(answer[key] == value);
  }
}

}  // namespace

TEST_CASE("the 118 facts of nine other systems hold; field-lessons rows 6, 10, 12, 13, 14, 15, 26") { check_all(true); }

TEST_CASE("the 118 facts hold without their note on convention too") { check_all(false); }

TEST_CASE("a question that cannot be answered says why under its id, and nothing throws") {
  const auto error_of = [](std::string_view line) { return json::parse(answer_question(line)); };
  CHECK(error_of("")["error"].is_string());
  CHECK(error_of("[1,2]")["id"].is_null());
  CHECK(error_of(R"({"id":7})")["id"] == 7);
  CHECK(error_of(R"({"id":"a","kind":"fly"})")["error"].is_string());
  CHECK(error_of(R"({"id":"a","kind":"add_working_days","timezone":"Mars/Base","start":"2026-01-01"})")["error"]
            .is_string());
  CHECK(error_of("{\"id\":\"\xff\xfe\",\"kind\":\"is_working_day\"}")["error"].is_string());
  CHECK(error_of(std::string(100'000, '['))["error"].is_string());
  json no_hours = office("add_business_time");
  no_hours["weekly_hours"] = nullptr;
  no_hours["start"] = "2026-01-01T00:00:00Z";
  no_hours["duration_minutes"] = 5;
  CHECK(asked(no_hours)["error"].is_string());
  json overlapping = office("is_working_day");
  overlapping["start"] = "2026-01-01";
  overlapping["weekly_hours"]["mon"] = json::parse(R"([["09:00","13:00"],["12:00","17:00"]])");
  CHECK(asked(overlapping)["error"].is_string());
  json crowded = office("is_working_day");
  crowded["start"] = "2026-01-01";
  for (int i = 0; i < 1000; ++i) crowded["holidays"].push_back("12-25");
  CHECK(asked(crowded)["error"].is_string());
  json huge = office("add_working_days");
  huge["start"] = "2026-01-01";
  huge["working_days"] = 1e300;
  CHECK(asked(huge)["error"].is_string());
}

TEST_CASE("a holiday without a year is off in every year touched; field-lessons row 15") {
  json question = office("count_working_days_inclusive", {"mon", "tue", "wed", "thu", "fri", "sat", "sun"});
  question["holidays"] = json::array({"12-25"});
  question["start"] = "2024-01-01";
  question["end"] = "2026-12-31";
  CHECK(asked(question)["working_days"] == 1096 - 3);
}

TEST_CASE(
    "twenty, sixty and 250 working days and a closure of 31 days give a date, never a sentinel; field-lessons row 14") {
  json question = office("add_working_days");
  question["start"] = "2026-01-02";
  const auto after = [&](int n) {
    question["working_days"] = n;
    return asked(question)["due"];
  };
  CHECK(after(20) == "2026-01-30");
  CHECK(after(60) == "2026-03-27");
  CHECK(after(250) == "2026-12-18");
  CHECK(after(-1) == "2026-01-01");
  for (int day = 3; day <= 31; ++day)
    question["holidays"].push_back("2026-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day));
  question["holidays"].push_back("2026-02-01");
  question["holidays"].push_back("2026-02-02");
  CHECK(after(1) == "2026-02-03");
}

TEST_CASE("open stretches leave out the pauses that elapsed time leaves out") {
  json question = office("open_segments", {"mon", "tue"});
  question["timezone"] = "UTC";
  question["start"] = "2026-05-11T10:00:00Z";
  question["end"] = "2026-05-11T15:00:00Z";
  question["pauses"] =
      json::array({{"2026-05-11T08:00:00Z", "2026-05-11T10:30:00Z"}, {"2026-05-11T12:00:00Z", "2026-05-11T13:00:00Z"}});
  CHECK(asked(question)["open_segments"] == json::array({{"2026-05-11T10:30:00Z", "2026-05-11T12:00:00Z"},
                                                         {"2026-05-11T13:00:00Z", "2026-05-11T15:00:00Z"}}));
  question["kind"] = "elapsed_business_time";
  CHECK(asked(question)["elapsed_seconds"] == 3.5 * 3600);

  question["kind"] = "open_segments";
  question["end"] = nullptr;
  question["pauses"] =
      json::array({{"2026-05-11T09:00:00Z", "2026-05-11T23:00:00Z"}, {"2026-05-12T09:00:00Z", "2026-05-12T12:00:00Z"}});
  CHECK(asked(question)["open_segments"] == json::array({{"2026-05-12T12:00:00Z", "2026-05-12T17:00:00Z"}}));
}
