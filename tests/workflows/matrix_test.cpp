#include "workflows/dispute_process.hpp"
#include "workflows/machine.hpp"
#include "workflows/relation.hpp"

#include <set>

#include <catch2/catch.hpp>

using namespace workflows;

TEST_CASE("in every state and custody the machine takes or refuses exactly the events that have a row") {
  for (const StateWords& line : states())
    for (const Custody custody : {Custody::None, Custody::Held, Custody::Offered, Custody::Disputed}) {
      std::set<Event> open;
      for (const Open& row : rows_open_in(line.state, custody)) open.insert(row.event);
      for (const EventWords& event : events()) {
        Facts facts;
        facts.custody = custody;
        Told told;
        told.event = event.event;
        const Advance out = advance(line.state, facts, told);
        INFO(line.name << " " << event.name);
        const bool only_choices_refused = event.event == Event::Visit && open.count(event.event) == 1;
        if (!only_choices_refused)
          CHECK((out.result != Advance::Result::NoTransition) == (open.count(event.event) == 1));
        if (out.result != Advance::Result::Taken) CHECK(out.state == line.state);
      }
    }
}

TEST_CASE("the machine never leaves the transition relation that storage enforces") {
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> relation;
  const auto process = make_dispute_process();
  for (const engine::Transition& line : process->transitions()) relation.emplace(line.event, line.from, line.to);
  CHECK(relation.size() == process->transitions().size());
  for (const StateWords& line : states())
    for (const EventWords& event : events()) {
      Facts facts;
      facts.custody = Custody::Held;
      Told told;
      told.event = event.event;
      const Advance out = advance(line.state, facts, told);
      if (out.result == Advance::Result::Taken) CHECK(relation.count({event.name, line.name, name(out.state)}) == 1);
    }
}

TEST_CASE("every clock a step can start is a kind the process declares, in one order") {
  const auto process = make_dispute_process();
  const auto& kinds = process->deadline_kinds();
  REQUIRE(kinds.size() == limit_count);
  for (std::size_t i = 0; i < limit_count; ++i) {
    CHECK(kinds[i].name == name(static_cast<Limit>(i)));
    CHECK(kinds[i].standard == (i < 3));
    CHECK_FALSE(kinds[i].levels.empty());
  }
}
