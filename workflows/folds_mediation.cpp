#include "workflows/folds.hpp"
#include "workflows/resolution.hpp"

#include <algorithm>

namespace workflows::folds {
namespace {

void consents(Party& party) {
  party.consent = Consent::Given;
  party.no_shows = 0;
}

/// A new consent of everybody takes a broken mediation up again.
void mend(Facts& facts) {
  auto& mediation = facts.branches[static_cast<std::size_t>(Branch::Mediate)];
  const bool refused = std::any_of(facts.parties.begin(), facts.parties.end(), [](const Party& party) {
    return party.consent == Consent::Refused || party.consent == Consent::Withdrawn;
  });
  if (mediation == BranchStatus::Broken && !refused && !is_set(facts.period_ended_at)) mediation = BranchStatus::Open;
}

void add_mediator(Facts& facts, std::string_view person) {
  if (person.empty()) return;
  if (std::find(facts.mediators.begin(), facts.mediators.end(), person) == facts.mediators.end())
    facts.mediators.emplace_back(person);
}

void sign(Facts& facts, const Told& told) {
  const auto names = told.list(Field::Signed);
  const auto signs = [&](const Party& party) {
    return told.is(Field::AllSigned) || std::find(names.begin(), names.end(), party.name) != names.end();
  };
  for (Party& party : facts.parties)
    if (!is_set(party.signed_at) && signs(party)) party.signed_at = told.at;
  if (!is_set(facts.mediator_signed_at) && told.is(Field::MediatorSigned)) facts.mediator_signed_at = told.at;
  if (!is_set(facts.sealed_at) && told.is(Field::Sealed)) facts.sealed_at = told.at;
}

/// Art. 29: in force from the last of the signatures, the mediator's and the seal; art. 30: an oral one the same day.
Instant date_of_effect(const Facts& facts, const Told& told) {
  if (told.has(Field::SignedOn)) return std::min(told.at, told.instant(Field::SignedOn));
  if (facts.form == Form::Oral) return told.at;
  Instant last = std::max(facts.mediator_signed_at, facts.sealed_at);
  for (const Party& party : facts.parties) last = std::max(last, party.signed_at);
  return last;
}

/// Entries without the mark are older than the rule, and are replayed as they were taken.
void keep_draft(Facts& facts, const Told& told, const PerformanceTerms& terms) {
  if (!told.has(Field::Draft)) return;
  facts.draft_performed = terms.performed;
  facts.draft_perform_by = terms.by;
}

/// The side of a party that is new on record.
Side side_told(const Told& told, Side otherwise) {
  if (!told.has(Field::Side)) return otherwise;
  return told.text(Field::Side) == "respondent" ? Side::Respondent : Side::Claimant;
}

}  // namespace

void drop_draft(Facts& facts) {
  facts.content_clear = facts.draft_performed = false;
  facts.draft_perform_by = {};
}

void consent(Facts& facts, const Told& told) {
  if (told.is(Field::All))
    for (Party& party : facts.parties) consents(party);
  if (told.has(Field::Party)) {
    Party& party = party_named(facts, told.text(Field::Party), side_told(told, Side::Claimant));
    consents(party);
    if (told.is(Field::NeedsGuardian)) party.needs_guardian = true;
    if (told.has(Field::Guardian)) party.guardian = told.text(Field::Guardian);
  }
  mend(facts);
}

void refuse(Facts& facts, const Told& told) {
  constexpr int refused = 0;
  Party& party = party_named(facts, told.text(Field::Party), side_told(told, Side::Respondent));
  const bool at_the_start = !told.has(Field::Kind) || told.chose(Field::Kind, refused);
  party.consent = at_the_start ? Consent::Refused : Consent::Withdrawn;
  auto& mediation = facts.branches[static_cast<std::size_t>(Branch::Mediate)];
  if (mediation == BranchStatus::Open) mediation = BranchStatus::Broken;
}

/// A draft starts anew; an agreement that is in force already stays so.
void accept(Facts& facts, const Told& told) {
  drop_draft(facts);
  facts.mediator_signed_at = facts.sealed_at = {};
  for (Party& party : facts.parties) party.signed_at = {};
  if (told.has(Field::MediationNumber)) facts.second_number = told.text(Field::MediationNumber);
  add_mediator(facts, told.text(Field::Mediator));
  if (told.is(Field::RightsTold)) facts.rights_told = true;
}

void session(Facts& facts, const Told& told) {
  facts.sessions++;
  add_mediator(facts, told.text(Field::Mediator));
  if (told.is(Field::RightsTold)) facts.rights_told = true;
}

/// A second time without a reason: consent is asked again (domain 7.3).
void no_show(Facts& facts, const Told& told) {
  Party& party = party_named(facts, told.text(Field::Party), side_told(told, Side::Respondent));
  if (told.is(Field::Excused)) return;
  if (++party.no_shows >= 2) party.consent = Consent::None;
}

/// Also takes up again a mediation whose period ran out: only all parties together can (domain 7.3).
void extend(Facts& facts, const Told&) {
  facts.period_extended = true;
  if (!is_set(facts.period_ended_at)) return;
  facts.period_ended_at = {};
  mend(facts);
}

void period_end(Facts& facts, const Told& told) {
  facts.period_ended_at = told.at;
  facts.branches[static_cast<std::size_t>(Branch::Mediate)] = BranchStatus::Broken;
}

void mediator(Facts& facts, const Told& told) {
  constexpr int objected = 2, disclosed = 3;
  if (told.chose(Field::Kind, disclosed)) return;
  if (!told.chose(Field::Kind, objected)) return add_mediator(facts, told.text(Field::Mediator));
  std::erase(facts.mediators, told.text(Field::Mediator));
  add_mediator(facts, told.text(Field::ReplacedBy));
}

void agree(Facts& facts, const Told& told) {
  const bool complete = agreement_complete(facts, told);
  facts.form = told.chose(Field::Form, AgreeForm::Oral) ? Form::Oral : Form::Written;
  facts.content_clear = facts.content_clear || told.has(Field::Content);
  if (told.has(Field::Amount)) facts.amount = told.number(Field::Amount);
  add_mediator(facts, told.text(Field::Mediator));
  sign(facts, told);
  const PerformanceTerms terms = performance_terms(facts, told);
  if (!complete) return keep_draft(facts, told, terms);
  facts.effective_at = date_of_effect(facts, told);
  facts.confirmation = Confirmation::Open;
  facts.performance = terms.performed ? Performance::Done : Performance::Due;
  facts.draft_performed = false;
  facts.draft_perform_by = {};
  end(facts, Branch::Mediate, Outcome::Agreed, told.at);
}

void fail(Facts& facts, const Told& told) {
  constexpr int no_contact = 2;
  const bool lost = told.chose(Field::Reason, no_contact);
  if (!is_set(facts.effective_at)) facts.form = Form::None;
  drop_draft(facts);
  end(facts, Branch::Mediate, lost ? Outcome::OutOfReach : Outcome::NotAgreed, told.at);
}

void perform(Facts& facts, const Told& told) {
  constexpr Performance results[] = {Performance::Done, Performance::Partial, Performance::Breached, Performance::Urged,
                                     Performance::Due};
  facts.performance = results[told.number(Field::Result)];
}

void expire(Facts& facts, const Told&) { facts.confirmation = Confirmation::Lapsed; }

void confirmation(Facts& facts, const Told& told) {
  constexpr Confirmation results[] = {Confirmation::Applied, Confirmation::Confirmed, Confirmation::Refused,
                                      Confirmation::Declined};
  facts.confirmation = results[told.number(Field::Result)];
}

}  // namespace workflows::folds
