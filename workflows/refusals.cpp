#include "workflows/refusals.hpp"

#include "engine/mark.hpp"
#include "workflows/possible.hpp"
#include "workflows/reach.hpp"
#include "workflows/roles.hpp"

#include <algorithm>

namespace workflows {
namespace {

using engine::mark;
using engine::Refusal;
using Kind = Refusal::Kind;

bool own_case(const engine::Actor& actor, const Facts& facts, const engine::Surroundings& around) {
  const std::string& centre = around.record->centre;
  return centre.empty() || reaches(actor, engine::Purpose::Acting, centre, *around.centres) ||
         concerned(actor.person, facts, *around.people);
}

}  // namespace

Refusal refused_step(const Advance& out, Event event, const Facts& facts) {
  auto possible = possible_names(out.state, facts);
  if (out.result == Advance::Result::NoTransition)
    return {Kind::Impossible,
            "no_such_step",
            mark("{0} is not possible now: the case is {1}"),
            {std::string(name(event)), std::string(name(out.state))},
            {},
            facts.number,
            std::move(possible)};
  const GuardWords& guard = words(out.refused_by);
  return {Kind::Guard,  std::string(guard.name), guard.message, {}, std::string(guard.rule),
          facts.number, std::move(possible)};
}

Refusal refused_field(const BadField& fault, const Facts& facts) {
  return {Kind::Field,
          std::string(fault.code),
          fault.message,
          {std::string(fault.name), std::string(fault.wanted)},
          {},
          facts.number,
          {}};
}

Refusal unknown_event(std::string_view event, State state, const Facts& facts) {
  const std::string shown(event.substr(0, 40));
  return {Kind::Impossible,
          "unknown_step",
          mark("there is no step {0}"),
          {shown},
          {},
          facts.number,
          possible_names(state, facts)};
}

std::optional<Refusal> unknown_party(const Told& told, Event event, const Facts& facts) {
  const bool names_one = event == Event::Consent || event == Event::Refuse || event == Event::NoShow;
  if (!names_one || told.assumed || !told.has(Field::Party) || told.has(Field::Side)) return {};
  const auto named = told.text(Field::Party);
  if (std::ranges::find(facts.parties, named, &Party::name) != facts.parties.end()) return {};
  return Refusal{
      Kind::Field,
      "unknown_party",
      mark("no party on record is called {0}: look at the case for the names, or say with side on which side "
           "this further party stands"),
      {std::string(named)},
      {},
      facts.number,
      {}};
}

std::optional<Refusal> not_permitted(const engine::Happening& happening, Event event, const Facts& facts,
                                     const engine::Surroundings& around) {
  if (happening.origin != engine::Origin::Person) return {};
  const std::string action(name(event));
  if (!permitted(happening.actor.roles, action))
    return Refusal{
        Kind::NotPermitted, "role", mark("{0} does not have the role for {1}"), {happening.actor.person, action}, {},
        facts.number,       {}};
  if (!own_case(happening.actor, facts, around))
    return Refusal{Kind::NotPermitted,
                   "other_centre",
                   mark("the case is with centre {1}; {0} acts for another"),
                   {happening.actor.person, around.record->centre},
                   {},
                   facts.number,
                   {}};
  return {};
}

}  // namespace workflows
