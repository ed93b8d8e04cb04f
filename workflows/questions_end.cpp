#include "engine/roster.hpp"
#include "workflows/questions.hpp"
#include "workflows/resolution.hpp"
#include "workflows/witness.hpp"

#include <algorithm>

namespace workflows::ask {

bool real_contact(const Facts& facts, const Told& told) {
  if (!visit_made(facts, told) || told.assumed) return true;
  const bool message = told.chose(Field::Means, Means::Message) || told.chose(Field::Means, Means::Letter);
  const bool both = told.text(Field::Contacted) == "both";
  const bool one_side_enough = facts.form == Form::None;
  return told.has(Field::Means) && !message && told.has(Field::Contacted) && (both || one_side_enough);
}

bool visit_answered(const Facts& facts, const Told& told) {
  const bool performance = facts.form == Form::None || told.has(Field::Performed);
  return told.assumed || (performance && told.has(Field::Content) && told.has(Field::Smiled) &&
                          told.has(Field::Listened) && told.has(Field::TriedBest));
}

bool another_visits(const Facts& facts, const Told& told) {
  const bool drawn = facts.sampled || told.event == Event::Sample;
  return told.assumed || !drawn || !visits_own_case(facts, told);
}
bool sample_visited(const Facts& facts, const Told& told) {
  return told.assumed || !facts.sampled || facts.sample_visited || facts.visit_impossible;
}

bool three_attempts(const Facts& facts, const Told& told) {
  unsigned means = 0;
  for (const Attempt& attempt : facts.attempts) means |= 1U << static_cast<unsigned>(attempt.means);
  const bool two_means = (means & (means - 1)) != 0;
  return facts.attempts.size() >= 3 && two_means && told.witness.attempt_days >= 2;
}

bool supervisor_signs(const Facts&, const Told& told) { return told.witness.actor_is_supervisor; }

bool branches_ended(const Facts& facts, const Told&) { return open_branches(facts) == 0; }

bool performance_settled(const Facts& facts, const Told& told) {
  return told.assumed || facts.form == Form::None || facts.performance == Performance::Done ||
         told.has(Field::Performed);
}

bool visit_done(const Facts& facts, const Told&) { return is_set(facts.visited_at) || facts.visit_impossible; }

bool questions_answered(const Facts& facts, const Told&) {
  return std::all_of(facts.questions.begin(), facts.questions.end(), [](const Question& q) { return q.answered; });
}

bool reply_owed(const Facts& facts, const Told& told) {
  if (told.chose(Field::Kind, ReplyKind::Notice)) return facts.notice_owed;
  return told.chose(Field::Kind, ReplyKind::Result) ? facts.outside_owed : facts.opinion_owed;
}
bool longer_grounded(const Facts& facts, const Told& told) {
  if (!told.chose(Field::Kind, ReplyKind::Longer)) return true;
  const Instant until = told.instant(Field::Until);
  const bool in_bounds = until > told.at && until <= facts.arrived_at + std::chrono::days{60 + 30};
  return in_bounds && told.has(Field::Reason) && told.witness.actor_is_director;
}
bool outside_answered(const Facts& facts, const Told& told) { return told.assumed || !any_reply_owed(facts, told); }

bool no_open_claim(const Facts& facts, const Told&) { return !has_open_claim(facts); }
bool in_no_group(const Facts& facts, const Told&) { return facts.group.empty() && facts.claims.empty(); }

/// A claim that is known already may be told of at any time; a new one joins only a group that is still at work.
bool group_takes_claims(const Facts& facts, const Told& told) {
  const bool known = std::any_of(facts.claims.begin(), facts.claims.end(),
                                 [&](const Claim& claim) { return claim.id == told.text(Field::From); });
  return known || (facts.group.empty() && facts.merged_into.empty() && !is_set(facts.closed_at));
}

bool nothing_offered(const Facts& facts, const Told&) { return facts.custody == Custody::Held; }
bool file_complete(const Facts&, const Told& told) { return told.is(Field::Complete); }
bool filer_is_not_checker(const Facts&, const Told& told) {
  return told.text(Field::FiledBy) != told.text(Field::CheckedBy);
}

/// Who can neither acknowledge nor object would be given a case by silence alone, and could do nothing with it (C2).
bool receiver_on_roster(const Facts& facts, const Told& told) {
  const engine::Person* named = told.witness.named;
  if (named == nullptr || told.event == Event::Invite) return named != nullptr;
  return told.text(Field::To) != facts.holder && (told.assumed || may_hold(*named));
}
bool objections_left(const Facts& facts, const Told&) { return facts.objections < 2; }

bool receiver_answers(const Facts& facts, const Told& told) {
  if (told.actor == facts.offer.to) return true;
  const engine::Person *actor = told.witness.actor, *receiver = told.witness.named;
  return actor != nullptr && receiver != nullptr && actor->head && actor->unit == receiver->unit &&
         actor->centre == receiver->centre;
}

bool referee_decides(const Facts&, const Told& told) { return told.witness.actor_is_director; }
bool by_the_engine(const Facts&, const Told& told) { return told.by_engine; }

bool agreement_made(const Facts& facts, const Told&) { return is_set(facts.effective_at); }

bool in_time_to_confirm(const Facts& facts, const Told& told) {
  return told.text(Field::Result) != "applied" || told.at <= facts.effective_at + std::chrono::days{30};
}

bool any_task_open(const Facts& facts, const Told&) { return has_open_task(facts); }
bool any_question_open(const Facts& facts, const Told& told) { return !questions_answered(facts, told); }
bool any_reply_owed(const Facts& facts, const Told&) {
  return facts.notice_owed || facts.opinion_owed || facts.outside_owed;
}
bool task_known(const Facts& facts, const Told& told) {
  const auto number = static_cast<std::size_t>(told.number(Field::TaskNo));
  return number >= 1 && number <= facts.tasks.size() && facts.tasks[number - 1].status == TaskStatus::Open;
}
bool task_ended(const Facts&, const Told& told) {
  return told.has(Field::Dropped) ? told.witness.actor_is_director : told.has(Field::Result);
}
bool question_known(const Facts& facts, const Told& told) {
  const auto number = static_cast<std::size_t>(told.number(Field::QuestionNo));
  return number >= 1 && number <= facts.questions.size() && !facts.questions[number - 1].answered;
}

bool plan_not_told(const Facts& facts, const Told&) { return !facts.plan_paused; }
bool plan_paused(const Facts& facts, const Told&) { return facts.plan_paused; }

bool pause_grounded(const Facts& facts, const Told& told) {
  if (told.chose(Field::Ground, PauseGround::Papers)) return !facts.papers_asked && !told.list(Field::List).empty();
  if (told.chose(Field::Ground, PauseGround::Later)) return told.is(Field::Written);
  return told.has(Field::Document);
}

}  // namespace workflows::ask
