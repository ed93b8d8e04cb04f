#include "engine/roster.hpp"
#include "workflows/kind.hpp"
#include "workflows/questions.hpp"
#include "workflows/resolution.hpp"

#include <algorithm>

namespace workflows::ask {
namespace {

bool plans(const Told& told, std::string_view branch) {
  const auto branches = told.list(Field::Branches);
  return std::find(branches.begin(), branches.end(), branch) != branches.end();
}

bool refuses(const Party& party) { return party.consent == Consent::Refused || party.consent == Consent::Withdrawn; }

const Kind* kind_after(const Facts& facts, const Told& told) {
  return find_kind(told.has(Field::Type) ? told.text(Field::Type) : std::string_view{facts.kind});
}

bool mediable(std::string_view kind) {
  const Kind* known = find_kind(kind);
  return known == nullptr || known->mediable;
}

bool status_kind(const Facts& facts) {
  const Kind* kind = find_kind(facts.kind);
  return kind != nullptr && kind->personal_status;
}

}  // namespace

bool named_receiver(const Facts&, const Told& told) { return told.assumed || told.witness.named != nullptr; }
bool classified(const Facts& facts, const Told& told) { return kind_after(facts, told) != nullptr; }
bool duplicate_checked(const Facts&, const Told& told) { return told.is(Field::DuplicateChecked); }

bool few_representatives(const Facts&, const Told& told) {
  constexpr std::size_t at_most = 5;
  return told.list(Field::Representatives).size() <= at_most;
}

bool calmed_or_excused(const Facts&, const Told& told) {
  return told.has(Field::Skipped) || told.has(Field::Before) || told.has(Field::After);
}

bool police_told_at_red(const Facts& facts, const Told& told) {
  const Field grade = told.event == Event::Sort ? Field::Risk : Field::Level;
  return !told.chose(grade, Level::Red) || facts.risk == Level::Red || told.has(Field::PoliceAt);
}

bool responsible_named(const Facts&, const Told& told) { return told.assumed || told.witness.named != nullptr; }

bool no_refusal_stands(const Facts& facts, const Told& told) {
  return !plans(told, "mediate") || std::none_of(facts.parties.begin(), facts.parties.end(), refuses);
}

bool lawful_branches(const Facts& facts, const Told& told) {
  return mediable(facts.kind) || (!plans(told, "mediate") && plans(told, "route"));
}

bool type_mediable(const Facts& facts, const Told&) { return mediable(facts.kind); }
bool no_forum_conflict(const Facts& facts, const Told&) { return !(facts.parallel && facts.kind == "medical"); }

bool all_consented(const Facts& facts, const Told&) {
  return !facts.parties.empty() && std::all_of(facts.parties.begin(), facts.parties.end(),
                                               [](const Party& party) { return party.consent == Consent::Given; });
}

bool both_sides_known(const Facts& facts, const Told& told) {
  return told.assumed || std::any_of(facts.parties.begin(), facts.parties.end(),
                                     [](const Party& party) { return party.side == Side::Respondent; });
}

bool plan_rights_told(const Facts& facts, const Told&) { return facts.plans > 0; }

bool mediator_in_term(const Facts&, const Told& told) {
  const bool names_one = told.event == Event::Session || told.has(Field::Mediator);
  return told.assumed || !names_one || told.chose(Field::Kind, 2) || told.witness.named_in_term;
}

bool rights_told(const Facts& facts, const Told& told) { return facts.rights_told || told.is(Field::RightsTold); }
bool risk_cleared(const Facts& facts, const Told&) { return facts.risk != Level::Red || facts.risk_cleared; }
bool all_agreed_to_extend(const Facts&, const Told& told) { return told.is(Field::All); }

bool new_end_ahead(const Facts&, const Told& told) { return told.assumed || told.instant(Field::Until) > told.at; }
bool period_ran_out(const Facts& facts, const Told&) { return is_set(facts.period_ended_at); }
bool routes_not_owed(const Facts& facts, const Told&) { return !is_set(facts.period_ended_at); }
bool signed_in_time(const Facts& facts, const Told& told) {
  return told.has(Field::SignedOn) && told.instant(Field::SignedOn) <= facts.period_ended_at;
}

bool content_clear(const Facts& facts, const Told& told) {
  const PerformanceTerms terms = performance_terms(facts, told);
  return (facts.content_clear || told.has(Field::Content)) && (terms.performed || is_set(terms.by));
}

bool oral_allowed(const Facts& facts, const Told& told) {
  if (!told.chose(Field::Form, AgreeForm::Oral)) return true;
  const Kind* kind = find_kind(facts.kind);
  const bool labour = kind != nullptr && kind->period == Period::Labour;
  return told.assumed || (told.is(Field::Performed) && told.is(Field::NoDocument) && !labour);
}

bool paper_for_status(const Facts& facts, const Told& told) { return !told.is(Field::ESigned) || !status_kind(facts); }

bool guardian_present(const Facts& facts, const Told&) {
  return std::none_of(facts.parties.begin(), facts.parties.end(),
                      [](const Party& party) { return party.needs_guardian && party.guardian.empty(); });
}

bool no_open_task(const Facts& facts, const Told&) { return !has_open_task(facts); }

bool mediation_open(const Facts& facts, const Told& told) {
  const BranchStatus status = facts.branch(Branch::Mediate);
  return status == BranchStatus::Open || (status == BranchStatus::Broken && told.event == Event::Fail);
}

bool branch_open(const Facts& facts, const Told& told) {
  const auto branch = branch_of(told.event);
  return branch && facts.branch(*branch) == BranchStatus::Open;
}

bool receipt_or_notice(const Facts&, const Told& told) {
  const bool receipt = told.has(Field::ReceiptAt) && (told.has(Field::ReceiptPerson) || told.has(Field::ReceiptNo));
  const bool notice =
      told.is(Field::Signed) && told.has(Field::Address) && told.has(Field::Limit) && told.is(Field::AidOffered);
  return receipt || notice;
}

bool risk_checked(const Facts&, const Told& told) { return told.is(Field::RiskChecked); }
bool not_itself(const Facts&, const Told& told) { return !told.witness.into_itself; }

bool correction_known(const Facts& facts, const Told& told) {
  const std::string_view what = told.text(Field::What);
  if (what == "type") return find_kind(told.text(Field::Value)) != nullptr;
  return what != "party" || find_party(facts, told.text(Field::Old)) != nullptr;
}
bool confirmable(const Facts& facts, const Told&) { return !status_kind(facts); }

}  // namespace workflows::ask
