#include "workflows/aside_table.hpp"
#include "workflows/custody_table.hpp"
#include "workflows/dispute_table.hpp"

#include <set>
#include <string>

#include <catch2/catch.hpp>

using namespace workflows;

namespace {

using Events = std::set<std::string>;

/// The events of all three tables whose rows do something to a limit.
template <class Does>
Events events_that(Does&& does) {
  Events names;
  const auto add = [&](Event event, const Effects& effects) {
    if (does(effects)) names.insert(std::string(name(event)));
  };
  for (const auto& row : dispute::rows) add(row.event, row.effects);
  for (const auto& row : custody::rows) add(row.event, row.effects);
  for (const auto& line : aside::table) add(line.event, line.effects);
  return names;
}

Events starting(Limit limit) {
  return events_that([&](const Effects& e) { return in(e.start, limit); });
}
Events meeting(Limit limit) {
  return events_that([&](const Effects& e) { return in(e.meet, limit); });
}
Events pausing(Limit limit) {
  return events_that([&](const Effects& e) { return in(e.pause, limit) || in(e.resume, limit); });
}

}  // namespace

TEST_CASE("only the listed events start, keep or pause a promised limit (field-lessons row 24)", "[clock_rows]") {
  CHECK(starting(Limit::Reception) == Events{"arrive", "unmerge"});
  CHECK(meeting(Limit::Reception) == Events{"receive"});
  CHECK(pausing(Limit::Reception) == Events{});

  CHECK(starting(Limit::Plan) == Events{"receive", "reopen", "unmerge"});
  CHECK(meeting(Limit::Plan) == Events{"plan"});
  CHECK(pausing(Limit::Plan) == Events{"pause", "unpause"});

  CHECK(starting(Limit::Visit) ==
        Events{"agree", "aid", "explain", "fail", "handle", "law", "lawful", "route", "unmerge", "withdraw"});
  CHECK(meeting(Limit::Visit) == Events{"visit"});
  CHECK(pausing(Limit::Visit) == Events{});
}

TEST_CASE("no hand-off touches a promised limit (field-lessons row 24)", "[clock_rows]") {
  constexpr LimitSet promises = set_of(Limit::Reception) | set_of(Limit::Plan) | set_of(Limit::Visit);
  for (const auto& row : custody::rows) {
    const Effects& e = row.effects;
    CHECK(((e.start | e.meet | e.stop | e.pause | e.resume) & promises) == LimitSet{});
  }
}
