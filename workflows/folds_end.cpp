#include "workflows/folds.hpp"
#include "workflows/resolution.hpp"

namespace workflows::folds {
namespace {

Outcome outcome_of(Branch branch) {
  constexpr Outcome outcomes[] = {Outcome::Agreed, Outcome::Handled, Outcome::Explained,
                                  Outcome::Aided,  Outcome::Lawful,  Outcome::Routed};
  return outcomes[static_cast<std::size_t>(branch)];
}

void end_all(Facts& facts, Outcome outcome, Instant at) {
  for (std::size_t i = 0; i < branch_count; ++i)
    if (facts.branches[i] == BranchStatus::Open || facts.branches[i] == BranchStatus::Broken)
      end(facts, static_cast<Branch>(i), outcome, at);
  if (!is_set(facts.resolved_at)) facts.resolved_at = at;
  if (facts.plans == 0) facts.ended_early = outcome;
}

}  // namespace

void end(Facts& facts, Branch branch, Outcome outcome, Instant at) {
  const auto index = static_cast<std::size_t>(branch);
  facts.branches[index] = BranchStatus::Ended;
  facts.outcomes[index] = outcome;
  if (branch == Branch::Mediate) facts.period_ended_at = {};
  if (open_branches(facts) == 0) facts.resolved_at = at;
}

void end_branch(Facts& facts, const Told& told) {
  if (const auto branch = branch_of(told.event)) end(facts, *branch, outcome_of(*branch), told.at);
}

void law(Facts& facts, const Told& told) {
  facts.parallel = true;
  if (facts.custody == Custody::None) facts.custody = Custody::Held;
  const BranchStatus mediation = facts.branch(Branch::Mediate);
  if (mediation == BranchStatus::Open || mediation == BranchStatus::Broken)
    return end(facts, Branch::Mediate, Outcome::WentToLaw, told.at);
  if (!is_set(facts.resolved_at)) end_all(facts, Outcome::WentToLaw, told.at);
}

void withdraw(Facts& facts, const Told& told) {
  if (!told.is(Field::CounterClaims) || facts.plans == 0) end_all(facts, Outcome::Withdrawn, told.at);
}

void visit(Facts& facts, const Told& told) {
  if (told.chose(Field::Result, VisitResult::Attempted)) {
    const auto means = static_cast<Means>(told.number(Field::Means, static_cast<std::int64_t>(Means::Phone)));
    facts.attempts.push_back({told.at, means});
    return;
  }
  if (told.chose(Field::Result, VisitResult::Unreachable)) {
    facts.visit_impossible = true;
    return;
  }
  const auto answer = [&](Field field) { return told.has(field) ? 1 + static_cast<int>(told.number(field)) : 0; };
  facts.visited_at = told.at;
  if (facts.sampled && !visits_own_case(facts, told)) facts.sample_visited = true;
  facts.satisfaction = {answer(Field::Smiled), answer(Field::Listened), answer(Field::TriedBest),
                        answer(Field::Content)};
  if (told.text(Field::Performed) == "done") facts.performance = Performance::Done;
  if (told.text(Field::Performed) == "partial") facts.performance = Performance::Partial;
}

void reply(Facts& facts, const Told& told) {
  if (told.chose(Field::Kind, ReplyKind::Notice)) facts.notice_owed = false;
  if (told.chose(Field::Kind, ReplyKind::Opinion)) facts.opinion_owed = false;
  if (told.chose(Field::Kind, ReplyKind::Result)) facts.outside_owed = false;
}

void sample(Facts& facts, const Told&) { facts.sampled = true; }

void close(Facts& facts, const Told& told) {
  facts.closed_at = told.at;
  facts.custody = Custody::None;
}

/// The same case, one cycle on: what was achieved no longer counts, nothing of it is carried into the new plan.
void reopen(Facts& facts, const Told&) {
  facts.relapses++;
  if (is_set(facts.effective_at)) facts.successes_lost++;
  facts.branches = {};
  facts.outcomes = {};
  facts.form = Form::None;
  drop_draft(facts);
  facts.mediator_signed_at = facts.sealed_at = facts.effective_at = {};
  facts.performance = Performance::None;
  facts.confirmation = Confirmation::None;
  facts.resolved_at = facts.planned_at = facts.visited_at = facts.closed_at = {};
  facts.sampled = facts.sample_visited = false;
  facts.visit_impossible = facts.duplicate_checked = facts.papers_asked = facts.plan_paused = false;
  facts.attempts.clear();
  facts.satisfaction = {};
  facts.plans = 0;
  facts.ended_early = Outcome::None;
  facts.objections = 0;
  facts.custody = Custody::Held;
  facts.offer = {};
  for (Party& party : facts.parties) {
    party.consent = Consent::None;
    party.signed_at = {};
    party.no_shows = 0;
  }
}

}  // namespace workflows::folds
