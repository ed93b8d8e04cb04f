#include "workflows/resolution.hpp"

#include <algorithm>

namespace workflows {

std::optional<Branch> branch_of(Event event) {
  switch (event) {
    case Event::Agree:
    case Event::Fail: return Branch::Mediate;
    case Event::Handle: return Branch::Handle;
    case Event::Explain: return Branch::Explain;
    case Event::Aid: return Branch::Aid;
    case Event::Lawful: return Branch::Lawful;
    case Event::Route: return Branch::Route;
    default: return {};
  }
}

std::size_t branches_ended_by(const Facts& facts, Event event) {
  const auto wants_work = [&](Branch branch) {
    const BranchStatus status = facts.branch(branch);
    return status == BranchStatus::Open || status == BranchStatus::Broken;
  };
  if (const auto branch = branch_of(event)) return wants_work(*branch) ? 1 : 0;
  if (event == Event::Law && wants_work(Branch::Mediate)) return 1;
  return static_cast<std::size_t>(open_branches(facts));
}

bool visits_own_case(const Facts& facts, const Told& told) {
  const bool reports_own = told.event == Event::Visit && !told.has(Field::Visitor);
  const std::string_view visitor = reports_own ? told.actor : told.text(Field::Visitor);
  return std::find(facts.mediators.begin(), facts.mediators.end(), visitor) != facts.mediators.end();
}

PerformanceTerms performance_terms(const Facts& facts, const Told& told) {
  if (told.is(Field::Performed) || told.has(Field::PerformBy))
    return {told.is(Field::Performed), told.instant(Field::PerformBy)};
  return {facts.draft_performed, facts.draft_perform_by};
}

namespace {
bool told_signed(const Told& told, const std::string& name) {
  const auto names = told.list(Field::Signed);
  return std::find(names.begin(), names.end(), name) != names.end();
}
}  // namespace

bool agreement_complete(const Facts& facts, const Told& told) {
  return told.chose(Field::Form, AgreeForm::Oral) || signed_by_all(facts, told);
}

bool signed_by_all(const Facts& facts, const Told& told) {
  const bool parties =
      told.is(Field::AllSigned) ||
      (!facts.parties.empty() && std::all_of(facts.parties.begin(), facts.parties.end(), [&](const Party& party) {
        return is_set(party.signed_at) || told_signed(told, party.name);
      }));
  return parties && (is_set(facts.mediator_signed_at) || told.is(Field::MediatorSigned)) &&
         (is_set(facts.sealed_at) || told.is(Field::Sealed));
}

}  // namespace workflows
