#include "workflows/questions.hpp"
#include "workflows/resolution.hpp"

#include <algorithm>

namespace workflows::ask {

bool last_branch(const Facts& facts, const Told& told) {
  return open_branches(facts) <= static_cast<int>(branches_ended_by(facts, told.event));
}
bool more_branches(const Facts& facts, const Told& told) { return !last_branch(facts, told); }

bool mediation_planned(const Facts& facts, const Told&) { return facts.branch(Branch::Mediate) == BranchStatus::Open; }
bool no_mediation(const Facts& facts, const Told& told) { return !mediation_planned(facts, told); }

bool complete(const Facts& facts, const Told& told) { return agreement_complete(facts, told); }
bool incomplete(const Facts& facts, const Told& told) { return !complete(facts, told); }

bool counter_claims(const Facts&, const Told& told) { return told.is(Field::CounterClaims); }
bool no_counter_claims(const Facts&, const Told& told) { return !told.is(Field::CounterClaims); }

State stood_in(const Facts& facts) {
  const auto known = facts.merged_from.empty() ? std::nullopt : state_named(facts.merged_from);
  if (known) return *known;
  return is_set(facts.received_at) ? State::Received : State::Arrived;
}

bool visit_made(const Facts&, const Told& told) { return told.chose(Field::Result, VisitResult::Made); }
bool visit_attempted(const Facts&, const Told& told) { return told.chose(Field::Result, VisitResult::Attempted); }
bool visit_unreachable(const Facts&, const Told& told) { return told.chose(Field::Result, VisitResult::Unreachable); }

}  // namespace workflows::ask
