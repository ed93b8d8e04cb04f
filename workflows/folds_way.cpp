#include "workflows/channel.hpp"
#include "workflows/folds.hpp"
#include "workflows/kind.hpp"
#include "workflows/state.hpp"

namespace workflows::folds {
namespace {

constexpr std::size_t subject_length = 120;  // bytes, cut at a character

std::string short_subject(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  if (text.size() <= subject_length) return std::string(text);
  std::size_t end = subject_length;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

void take_respondents(Facts& facts, const Told& told) {
  for (const std::string_view name : told.list(Field::Respondents)) party_named(facts, name, Side::Respondent);
}

/// A group may choose anew: who is named last speaks for it.
void take_representatives(Facts& facts, const Told& told) {
  const auto names = told.list(Field::Representatives);
  if (!names.empty()) facts.representatives.assign(names.begin(), names.end());
}

void take_kind(Facts& facts, std::string_view word) {
  if (word.empty()) return;
  const Kind* kind = find_kind(word);
  facts.kind = kind ? std::string(kind->code) : std::string();
  facts.told_type = kind ? std::string() : std::string(word);
}

}  // namespace

Party& party_named(Facts& facts, std::string_view name, Side side) {
  for (Party& party : facts.parties)
    if (party.name == name) return party;
  Party& party = facts.parties.emplace_back();
  party.name = name;
  party.side = side;
  return party;
}

void arrive(Facts& facts, const Told& told) {
  const Channel* channel = find_channel(told.text(Field::Channel));
  facts.channel = channel ? channel->code : told.text(Field::Channel);
  facts.number = told.text(Field::Number);
  facts.ref = told.text(Field::Ref);
  facts.subject = short_subject(told.text(Field::About));
  facts.emergency = told.is(Field::Emergency);
  facts.amount = told.number(Field::Amount);
  facts.claim_stated = told.has(Field::Claim);
  facts.arrived_at = told.at;
  facts.notice_owed = facts.opinion_owed = told.has(Field::Owed);
  facts.outside_owed = told.has(Field::ExternalDue);
  take_kind(facts, told.text(Field::Type));
  party_named(facts, told.text(Field::Party), Side::Claimant);
  for (const std::string_view name : told.list(Field::Parties)) party_named(facts, name, Side::Claimant);
  take_respondents(facts, told);
  take_representatives(facts, told);
}

void receive(Facts& facts, const Told& told) {
  facts.received_at = told.at;
  facts.custody = Custody::Held;
  if (told.has(Field::Claim)) facts.claim_stated = true;
  take_respondents(facts, told);
}

void sort(Facts& facts, const Told& told) {
  take_kind(facts, told.text(Field::Type));
  facts.duplicate_checked = told.is(Field::DuplicateChecked);
  facts.parallel = told.has(Field::Parallel);
  if (told.has(Field::Risk)) facts.risk = static_cast<Level>(told.number(Field::Risk));
  take_respondents(facts, told);
  take_representatives(facts, told);
}

void enter(Facts& facts, const Told& told) {
  constexpr int danger = 2;
  if (told.chose(Field::Safety, danger) && facts.risk < Level::Orange) facts.risk = Level::Orange;
}

void plan(Facts& facts, const Told& told) {
  facts.plans++;
  facts.planned_at = told.at;
  facts.responsible = told.text(Field::Responsible);
  facts.plan_paused = false;
  facts.resolved_at = {};
  if (told.is(Field::RightsTold)) facts.rights_told = true;
  for (const std::string_view word : told.list(Field::Branches)) {
    const int index = choice_index("mediate|handle|explain|aid|lawful|route", word);
    if (index < 0) continue;
    auto& status = facts.branches[static_cast<std::size_t>(index)];
    if (status != BranchStatus::Broken) status = BranchStatus::Open;
  }
}

void merge(Facts& facts, const Told& told) {
  facts.merged_into = told.text(Field::Into);
  facts.merged_from = told.text(Field::Was);
  facts.custody = Custody::None;
}

/// An offer that stood is void: whoever held the case has it again.
void unmerge(Facts& facts, const Told&) {
  facts.custody =
      is_set(facts.received_at) || facts.merged_from != name(State::Arrived) ? Custody::Held : Custody::None;
  facts.offer = {};
  facts.merged_into.clear();
  facts.merged_from.clear();
}

/// With the last of them gone the case has its own times again; until then the earliest still counts.
void release(Facts& facts, const Told& told) {
  std::erase(facts.absorbed, told.text(Field::Number));
  if (!facts.absorbed.empty()) return;
  if (told.has(Field::Arrived)) facts.arrived_at = told.instant(Field::Arrived);
  if (told.has(Field::Received)) facts.received_at = told.instant(Field::Received);
}

void absorb(Facts& facts, const Told& told) {
  facts.absorbed.emplace_back(told.text(Field::Number));
  const Instant arrived = told.instant(Field::Arrived), received = told.instant(Field::Received);
  if (arrived < facts.arrived_at) facts.arrived_at = arrived;
  if (is_set(received) && (!is_set(facts.received_at) || received < facts.received_at)) facts.received_at = received;
}

void join(Facts& facts, const Told& told) { facts.group = told.text(Field::Group); }

void child(Facts& facts, const Told& told) {
  const bool open = told.text(Field::Standing) == "open";
  for (Claim& claim : facts.claims)
    if (claim.id == told.text(Field::From)) {
      claim.open = open;
      return;
    }
  facts.claims.push_back({std::string(told.text(Field::From)), std::string(told.text(Field::Number)), open});
}

void risk(Facts& facts, const Told& told) {
  facts.risk = static_cast<Level>(told.number(Field::Level));
  facts.risk_cleared = told.is(Field::Cleared);
}

void pause(Facts& facts, const Told& told) {
  facts.plan_paused = true;
  if (told.chose(Field::Ground, PauseGround::Papers)) facts.papers_asked = true;
}
void unpause(Facts& facts, const Told&) { facts.plan_paused = false; }

void correct(Facts& facts, const Told& told) {
  const std::string_view what = told.text(Field::What), value = told.text(Field::Value);
  if (what == "type") take_kind(facts, value);
  if (what == "subject") facts.subject = short_subject(value);
  if (what != "party") return;
  for (Party& party : facts.parties)
    if (party.name == told.text(Field::Old)) party.name = value;
}

}  // namespace workflows::folds
