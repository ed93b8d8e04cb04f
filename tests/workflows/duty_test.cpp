#include "workflows/duty.hpp"

#include "engine/time/text.hpp"
#include "tests/workflows/a_case.hpp"

#include <catch2/catch.hpp>

using namespace workflows;
using workflows_tests::ACase;
using workflows_tests::Json;

namespace {

std::string next_duty(const std::string& attendance, std::string_view at) {
  const engine::Site site = engine::Site::standard();
  engine::Person person;
  person.attendance = attendance;
  const auto end = end_of_next_duty(person, engine::parse_instant(at, site.zone()), site);
  return end ? engine::format_instant(*end, site.zone()) : "";
}

}  // namespace

TEST_CASE("a rotating department answers by the end of its next duty day (轮驻)") {
  CHECK(next_duty("rotating:tue,thu", "2020-05-20 09:00") == "2020-05-21T17:30:00+08:00");  // from a Wednesday
  CHECK(next_duty("rotating:tue,thu", "2020-05-21 17:00") == "2020-05-21T17:30:00+08:00");  // still sitting
  CHECK(next_duty("rotating:tue,thu", "2020-05-21 17:30") == "2020-05-26T17:30:00+08:00");
  CHECK(next_duty("rotating:thu", "2020-09-30 09:00") ==
        "2020-10-15T17:30:00+08:00");  // not on a holiday, 10-01 and 10-08
  CHECK(next_duty("rotating:2020-06-03", "2020-05-20 09:00") == "2020-06-03T17:30:00+08:00");
  CHECK(next_duty("rotating:2020-05-03", "2020-05-20 09:00").empty());
  CHECK(next_duty("rotating", "2020-05-20 09:00").empty());
  CHECK(next_duty("on_call", "2020-05-20 09:00").empty());
}

TEST_CASE("how somebody attends is a word, or rotating with days") {
  for (const char* good : {"", "resident", "on_call", "rotating", "rotating:mon", "rotating:mon,2026-05-20"})
    CHECK(is_attendance(good));
  for (const char* bad : {"rotating:", "rotating:monday", "resident:mon", "sometimes", "rotating:mon,,tue"})
    CHECK_FALSE(is_attendance(bad));
}

TEST_CASE(
    "a hand-off and a joint task to a rotating department are due on its next duty day, unless the step says when") {
  ACase one;
  const engine::Site site = engine::Site::standard();
  one.site = &site;
  one.people[3].attendance = "rotating:fri";
  one.planned({"handle"});
  const engine::Rule friday =
      engine::FixedInstant{engine::parse_instant("2020-05-22T17:30:00+08:00", engine::Zone::utc())};
  const Json task{{"unit", "劳动"}, {"to", "lia"}, {"what", "勘查"}};
  const auto invited = one.take("invite", task);
  REQUIRE(invited.clocks.size() == 1);
  CHECK(invited.clocks[0].rule == friday);
  Json other = task;
  other["to"] = "chief";
  CHECK(one.take("invite", other).clocks[0].rule == engine::Rule{engine::WorkingDays{5}});
  other["due"] = one.at(90);
  CHECK(std::holds_alternative<engine::FixedInstant>(one.take("invite", other).clocks[0].rule));
  CHECK(one.take("offer", {{"to", "lia"}, {"reason", "专业"}}).clocks[0].rule == friday);
}
