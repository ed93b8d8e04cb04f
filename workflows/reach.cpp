#include "workflows/reach.hpp"

#include "workflows/facts_json.hpp"
#include "workflows/roles.hpp"

#include <algorithm>

namespace workflows {
namespace {

const engine::Person* person_named(std::string_view id, const std::vector<engine::Person>& people) {
  const auto found = std::find_if(people.begin(), people.end(), [&](const auto& person) { return person.id == id; });
  return found == people.end() ? nullptr : &*found;
}

/// An offer is answered by the named receiver or by the head of the receiver's unit.
bool heads_the_unit_of(std::string_view person, std::string_view receiver, const std::vector<engine::Person>& people) {
  const auto* head = person_named(person, people);
  const auto* named = person_named(receiver, people);
  return head != nullptr && named != nullptr && head->head && head->centre == named->centre &&
         head->unit == named->unit;
}

bool is_at_or_below(std::string_view centre, std::string_view above, const std::vector<engine::Centre>& centres) {
  constexpr int deepest = 8;
  for (int steps = 0; steps < deepest; ++steps) {
    if (centre == above) return true;
    const auto found =
        std::find_if(centres.begin(), centres.end(), [&](const engine::Centre& line) { return line.id == centre; });
    if (found == centres.end() || found->parent.empty()) return false;
    centre = found->parent;
  }
  return false;
}

}  // namespace

bool concerned(std::string_view person, const Facts& facts, const std::vector<engine::Person>& people) {
  const auto is_mine = [&](const Task& task) { return task.person == person; };
  const auto answers = [&](const Question& question) { return question.answerer == person; };
  const auto& mediators = facts.mediators;
  return person == facts.holder || person == facts.offer.to || person == facts.responsible ||
         std::any_of(facts.tasks.begin(), facts.tasks.end(), is_mine) ||
         std::any_of(facts.questions.begin(), facts.questions.end(), answers) ||
         std::find(mediators.begin(), mediators.end(), person) != mediators.end() ||
         (!facts.offer.to.empty() && heads_the_unit_of(person, facts.offer.to, people));
}

bool reaches(const engine::Actor& actor, engine::Purpose purpose, std::string_view centre,
             const std::vector<engine::Centre>& centres) {
  if (actor.roles.empty()) return false;
  switch (reach_of(actor.roles, purpose)) {
    case Reach::All: return true;
    case Reach::Below: return is_at_or_below(centre, actor.centre, centres);
    case Reach::Own: return centre == actor.centre;
  }
  return false;
}

bool may_see(const engine::Actor& actor, const engine::CaseRecord& record, const Roster& roster) {
  if (record.centre.empty() || reaches(actor, engine::Purpose::Reading, record.centre, roster.centres)) return true;
  if (actor.person == record.holder) return true;
  Facts facts;
  if (!record.facts.empty()) from_json(record.facts, record.facts_version, facts);
  return concerned(actor.person, facts, roster.people);
}

}  // namespace workflows
