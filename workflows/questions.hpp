#pragma once

#include "workflows/facts.hpp"
#include "workflows/state.hpp"
#include "workflows/told.hpp"

/// The guards as functions: pure questions about the facts and what was told. Their words stand in guard.cpp.
namespace workflows::ask {

bool last_branch(const Facts& facts, const Told& told);
bool more_branches(const Facts& facts, const Told& told);
bool mediation_planned(const Facts& facts, const Told& told);
bool no_mediation(const Facts& facts, const Told& told);
bool complete(const Facts& facts, const Told& told);
bool incomplete(const Facts& facts, const Told& told);
bool counter_claims(const Facts& facts, const Told& told);
bool no_counter_claims(const Facts& facts, const Told& told);
bool visit_made(const Facts& facts, const Told& told);
bool visit_attempted(const Facts& facts, const Told& told);
bool visit_unreachable(const Facts& facts, const Told& told);
/// Where a merged case stood. One that was merged by an older program begins anew behind its reception.
State stood_in(const Facts& facts);
template <State Where>
bool was(const Facts& facts, const Told&) {
  return stood_in(facts) == Where;
}
bool named_receiver(const Facts& facts, const Told& told);
bool classified(const Facts& facts, const Told& told);
bool duplicate_checked(const Facts& facts, const Told& told);
bool few_representatives(const Facts& facts, const Told& told);
bool calmed_or_excused(const Facts& facts, const Told& told);
bool police_told_at_red(const Facts& facts, const Told& told);
bool responsible_named(const Facts& facts, const Told& told);
bool no_refusal_stands(const Facts& facts, const Told& told);
bool lawful_branches(const Facts& facts, const Told& told);
bool type_mediable(const Facts& facts, const Told& told);
bool no_forum_conflict(const Facts& facts, const Told& told);
bool all_consented(const Facts& facts, const Told& told);
bool both_sides_known(const Facts& facts, const Told& told);
bool plan_rights_told(const Facts& facts, const Told& told);
bool mediator_in_term(const Facts& facts, const Told& told);
bool rights_told(const Facts& facts, const Told& told);
bool risk_cleared(const Facts& facts, const Told& told);
bool all_agreed_to_extend(const Facts& facts, const Told& told);
bool new_end_ahead(const Facts& facts, const Told& told);
bool period_ran_out(const Facts& facts, const Told& told);
bool signed_in_time(const Facts& facts, const Told& told);
bool routes_not_owed(const Facts& facts, const Told& told);
bool content_clear(const Facts& facts, const Told& told);
bool oral_allowed(const Facts& facts, const Told& told);
bool paper_for_status(const Facts& facts, const Told& told);
bool guardian_present(const Facts& facts, const Told& told);
bool no_open_task(const Facts& facts, const Told& told);
bool mediation_open(const Facts& facts, const Told& told);
bool branch_open(const Facts& facts, const Told& told);
bool receipt_or_notice(const Facts& facts, const Told& told);
bool risk_checked(const Facts& facts, const Told& told);
bool real_contact(const Facts& facts, const Told& told);
bool visit_answered(const Facts& facts, const Told& told);
bool another_visits(const Facts& facts, const Told& told);
bool sample_visited(const Facts& facts, const Told& told);
bool three_attempts(const Facts& facts, const Told& told);
bool supervisor_signs(const Facts& facts, const Told& told);
bool branches_ended(const Facts& facts, const Told& told);
bool performance_settled(const Facts& facts, const Told& told);
bool visit_done(const Facts& facts, const Told& told);
bool questions_answered(const Facts& facts, const Told& told);
bool nothing_offered(const Facts& facts, const Told& told);
bool file_complete(const Facts& facts, const Told& told);
bool filer_is_not_checker(const Facts& facts, const Told& told);
bool not_itself(const Facts& facts, const Told& told);
bool receiver_on_roster(const Facts& facts, const Told& told);
bool objections_left(const Facts& facts, const Told& told);
bool receiver_answers(const Facts& facts, const Told& told);
bool referee_decides(const Facts& facts, const Told& told);
bool by_the_engine(const Facts& facts, const Told& told);
bool agreement_made(const Facts& facts, const Told& told);
bool confirmable(const Facts& facts, const Told& told);
bool in_time_to_confirm(const Facts& facts, const Told& told);
bool any_task_open(const Facts& facts, const Told& told);
bool any_question_open(const Facts& facts, const Told& told);
bool any_reply_owed(const Facts& facts, const Told& told);
bool task_known(const Facts& facts, const Told& told);
bool task_ended(const Facts& facts, const Told& told);
bool question_known(const Facts& facts, const Told& told);
bool plan_not_told(const Facts& facts, const Told& told);
bool pause_grounded(const Facts& facts, const Told& told);
bool correction_known(const Facts& facts, const Told& told);
bool plan_paused(const Facts& facts, const Told& told);
bool no_open_claim(const Facts& facts, const Told& told);
bool reply_owed(const Facts& facts, const Told& told);
bool longer_grounded(const Facts& facts, const Told& told);
bool outside_answered(const Facts& facts, const Told& told);
bool in_no_group(const Facts& facts, const Told& told);
bool group_takes_claims(const Facts& facts, const Told& told);

}  // namespace workflows::ask
