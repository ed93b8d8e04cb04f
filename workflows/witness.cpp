#include "workflows/witness.hpp"

#include "engine/time/site.hpp"
#include "workflows/roles.hpp"

#include <algorithm>
#include <set>

namespace workflows {
namespace {

using engine::Person;
using People = std::vector<Person>;

bool has_role(const std::vector<std::string>& roles, std::string_view role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// The field that names the person a guard asks about; empty if the step names nobody.
std::string_view told_name(const Told& told) {
  for (const Field field : {Field::To, Field::Receiver, Field::Responsible, Field::ReplacedBy, Field::Mediator,
                            Field::Visitor, Field::Answerer, Field::FiledBy})
    if (told.has(field)) return told.text(field);
  return {};
}

/// The same, else the person the facts name.
std::string_view named_in(const Told& told, const Facts& facts) {
  if (const auto name = told_name(told); !name.empty()) return name;
  if (told.event == Event::Receive) return told.actor;
  if (told.event == Event::Session) return facts.mediators.empty() ? told.actor : facts.mediators.front();
  return facts.offer.to;
}

const Person* first_of(const People& people, const auto& wanted) {
  const auto found = std::find_if(people.begin(), people.end(), wanted);
  return found == people.end() ? nullptr : &*found;
}

/// Silence: the case falls to the head of the unit it was offered to, else to the director there, never to nobody (C3)
/// and to nobody whose term has ended or whose roles can do nothing with it.
const Person* falls_to(const People& people, const Person* offered, Instant at) {
  if (offered == nullptr) return nullptr;
  const auto serves = [&](const Person& person) { return person.centre == offered->centre && in_term(person, at); };
  const Person* head = first_of(people, [&](const Person& person) {
    return serves(person) && person.head && person.unit == offered->unit && may_hold(person);
  });
  if (head) return head;
  return first_of(people, [&](const Person& person) { return serves(person) && has_role(person.roles, "director"); });
}

/// On reopening: who stands in for a holder who has left since.
const Person* stands_in(const People& people, std::string_view holder, Instant at) {
  const Person* last = find_person(people, holder);
  return last == nullptr || in_term(*last, at) ? nullptr : falls_to(people, last, at);
}

bool names(const engine::CaseRecord& record, std::string_view word) {
  return word == record.id || word == record.number || word == record.second_number || word == record.ref;
}

int different_days(const std::vector<Attempt>& attempts, const engine::Site* site) {
  if (!site) return 0;
  std::set<engine::Date> days;
  for (const Attempt& attempt : attempts) days.insert(site->zone().date(attempt.at));
  return static_cast<int>(days.size());
}

}  // namespace

const Person* find_person(const People& people, std::string_view id) {
  return first_of(people, [&](const Person& person) { return person.id == id; });
}

bool in_term(const Person& person, Instant at) {
  return (!person.from || *person.from <= at) && (!person.until || at < *person.until);
}

bool may_hold(const Person& person) { return permitted(person.roles, "ack"); }

Witness witness_of(const Told& told, const Facts& facts, const engine::Actor& actor,
                   const engine::Surroundings& around) {
  Witness witness;
  const People& people = *around.people;
  witness.named = find_person(people, named_in(told, facts));
  const bool given_now = !told.assumed && !told_name(told).empty();
  if (given_now && witness.named && !in_term(*witness.named, told.at)) witness.named = nullptr;
  witness.actor = find_person(people, actor.person);
  const auto mediates = [](const Person& person) {
    return has_role(person.roles, "mediator") || has_role(person.roles, "village_mediator");
  };
  witness.named_in_term = witness.named && in_term(*witness.named, told.at) && mediates(*witness.named);
  witness.actor_is_director = has_role(actor.roles, "director");
  witness.actor_is_supervisor = has_role(actor.roles, "supervisor");
  if (told.event == Event::Lapse) witness.fallback = falls_to(people, witness.named, told.at);
  if (told.event == Event::Reopen) witness.fallback = stands_in(people, facts.holder, told.at);
  if (told.event == Event::Merge) witness.into_itself = names(*around.record, told.text(Field::Into));
  if (told.event == Event::Join) witness.into_itself = names(*around.record, told.text(Field::Group));
  if (told.event == Event::Visit) witness.attempt_days = different_days(facts.attempts, around.site);
  return witness;
}

std::string holder_after(const Told& told, const Facts& facts) {
  const bool nobody_yet = facts.holder.empty();
  switch (told.event) {
    case Event::Receive: return std::string(told.has(Field::Receiver) ? told.text(Field::Receiver) : told.actor);
    case Event::Ack: return std::string(told.actor);
    case Event::Designate: return std::string(told.text(Field::To));
    case Event::Reopen:
    case Event::Lapse: return told.witness.fallback ? told.witness.fallback->id : facts.holder;
    case Event::Law: return nobody_yet ? std::string(told.actor) : facts.holder;
    default: return facts.holder;
  }
}

}  // namespace workflows
