#pragma once

#include "workflows/facts.hpp"

/// The stored members of the facts, named once for reading and writing. `archive(name, member)` is called in order.
namespace workflows {

template <class Archive>
void members(Archive& archive, Party& party) {
  archive("name", party.name);
  archive("side", party.side);
  archive("consent", party.consent);
  archive("no_shows", party.no_shows);
  archive("signed_at", party.signed_at);
  archive("needs_guardian", party.needs_guardian);
  archive("guardian", party.guardian);
}
template <class Archive>
void members(Archive& archive, Offer& offer) {
  archive("to", offer.to);
  archive("by", offer.by);
  archive("at", offer.at);
  archive("reason", offer.reason);
  archive("unit", offer.unit);
  archive("giver", offer.giver);
}
template <class Archive>
void members(Archive& archive, Task& task) {
  archive("unit", task.unit);
  archive("person", task.person);
  archive("what", task.what);
  archive("status", task.status);
}
template <class Archive>
void members(Archive& archive, Question& question) {
  archive("text", question.text);
  archive("answerer", question.answerer);
  archive("answered", question.answered);
}
template <class Archive>
void members(Archive& archive, Claim& claim) {
  archive("id", claim.id);
  archive("number", claim.number);
  archive("open", claim.open);
}
template <class Archive>
void members(Archive& archive, Attempt& attempt) {
  archive("at", attempt.at);
  archive("means", attempt.means);
}
template <class Archive>
void members(Archive& archive, Satisfaction& satisfaction) {
  archive("smiled", satisfaction.smiled);
  archive("listened", satisfaction.listened);
  archive("did_their_best", satisfaction.did_their_best);
  archive("content", satisfaction.content);
}
template <class Archive>
void members(Archive& archive, Facts& facts) {
  archive("notice_owed", facts.notice_owed);
  archive("opinion_owed", facts.opinion_owed);
  archive("outside_owed", facts.outside_owed);
  archive("relapses", facts.relapses);
  archive("successes_lost", facts.successes_lost);
  archive("duplicate_checked", facts.duplicate_checked);
  archive("claim_stated", facts.claim_stated);
  archive("told_type", facts.told_type);
  archive("risk", facts.risk);
  archive("risk_cleared", facts.risk_cleared);
  archive("parallel", facts.parallel);
  archive("parties", facts.parties);
  archive("representatives", facts.representatives);
  archive("amount", facts.amount);
  archive("arrived_at", facts.arrived_at);
  archive("received_at", facts.received_at);
  archive("planned_at", facts.planned_at);
  archive("resolved_at", facts.resolved_at);
  archive("closed_at", facts.closed_at);
  archive("plans", facts.plans);
  archive("responsible", facts.responsible);
  archive("branches", facts.branches);
  archive("outcomes", facts.outcomes);
  archive("custody", facts.custody);
  archive("offer", facts.offer);
  archive("objections", facts.objections);
  archive("handoffs", facts.handoffs);
  archive("tasks", facts.tasks);
  archive("mediators", facts.mediators);
  archive("sessions", facts.sessions);
  archive("rights_told", facts.rights_told);
  archive("period_extended", facts.period_extended);
  archive("period_ended_at", facts.period_ended_at);
  archive("form", facts.form);
  archive("content_clear", facts.content_clear);
  archive("draft_perform_by", facts.draft_perform_by);
  archive("draft_performed", facts.draft_performed);
  archive("mediator_signed_at", facts.mediator_signed_at);
  archive("sealed_at", facts.sealed_at);
  archive("effective_at", facts.effective_at);
  archive("performance", facts.performance);
  archive("confirmation", facts.confirmation);
  archive("plan_paused", facts.plan_paused);
  archive("papers_asked", facts.papers_asked);
  archive("attempts", facts.attempts);
  archive("visited_at", facts.visited_at);
  archive("visit_impossible", facts.visit_impossible);
  archive("sampled", facts.sampled);
  archive("sample_visited", facts.sample_visited);
  archive("satisfaction", facts.satisfaction);
  archive("questions", facts.questions);
  archive("merged_into", facts.merged_into);
  archive("merged_from", facts.merged_from);
  archive("group", facts.group);
  archive("claims", facts.claims);
  archive("absorbed", facts.absorbed);
  archive("ended_early", facts.ended_early);
}

}  // namespace workflows
