#include "workflows/ledger.hpp"

#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "workflows/event.hpp"
#include "workflows/kind.hpp"
#include "workflows/ledger_row.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

namespace workflows {
namespace {

using engine::Happening;
using engine::Instant;
using engine::Origin;
using nlohmann::json;

/// Stands where a step needs words that a ledger does not hold: it is plain that nobody said them.
constexpr const char* not_in_ledger = "台账未载";

/// Writes the happenings of one row, in the process's order.
class Story {
 public:
  Story(const JudgedRow& row, const LedgerReading& reading) : row_(row), reading_(reading) {}

  std::vector<Happening> tell() {
    arrive();
    if (row_.received) told(Event::Receive, *row_.received, {{"receiver", receiver()}});
    if (row_.planned) plan();
    if (row_.outcome) end(*row_.outcome);
    if (row_.visited) visit();
    return std::move(steps_);
  }

 private:
  void told(Event event, Instant at, json fields) { add(event, at, std::move(fields), Origin::Import); }
  void inferred(Event event, Instant at, json fields) { add(event, at, std::move(fields), Origin::Inferred); }
  void add(Event event, Instant at, json fields, Origin origin) {
    steps_.push_back({std::string(name(event)), std::move(fields), reading_.actor, at, origin, {}});
  }

  void arrive();
  void plan();
  void end(LedgerOutcome outcome);
  void mediate(Instant at);
  void visit();
  [[nodiscard]] std::string told_how() const { return row_.channel == "walk-in" ? "face" : "phone"; }
  [[nodiscard]] std::string receiver() const { return reading_.person(row_.receiver); }
  [[nodiscard]] Instant ended() const { return row_.resolved.value_or(row_.arrived); }

  const JudgedRow& row_;
  const LedgerReading& reading_;
  std::vector<Happening> steps_;
};

void Story::arrive() {
  json fields{{"ref", row_.ref},
              {"channel", row_.channel.empty() ? "walk-in" : row_.channel},
              {"party", row_.parties.empty() ? not_in_ledger : row_.parties.front()},
              {"about", row_.description.empty() ? not_in_ledger : row_.description}};
  if (!row_.type.empty()) fields["type"] = row_.type;
  if (row_.parties.size() > 1) fields["respondents"] = std::vector(row_.parties.begin() + 1, row_.parties.end());
  told(Event::Arrive, row_.arrived, std::move(fields));
}

/// The way that an outcome says the plan must have taken.
const char* way_to(std::optional<LedgerOutcome> outcome) {
  switch (outcome.value_or(LedgerOutcome::Settled)) {
    case LedgerOutcome::Handled: return "handle";
    case LedgerOutcome::Explained: return "explain";
    case LedgerOutcome::Aided: return "aid";
    case LedgerOutcome::Lawful: return "lawful";
    case LedgerOutcome::Routed: return "route";
    default: return "mediate";
  }
}

void Story::plan() {
  constexpr std::chrono::days until_next{7};  // without a word of it: the week after which a case counts as stalled
  const Instant at = *row_.planned;
  const bool known_type = find_kind(row_.type) != nullptr;
  inferred(Event::Sort, at, {{"duplicate_checked", true}, {"type", known_type ? row_.type : "其他纠纷"}});
  inferred(Event::Enter, at, {{"safety", "safe"}, {"skipped", not_in_ledger}});
  told(Event::Plan, at,
       {{"branches", {way_to(row_.outcome)}},
        {"responsible", receiver()},
        {"next_at", engine::format_instant(row_.resolved.value_or(at + until_next), reading_.zone)},
        {"told_how", told_how()},
        {"rights_told", true}});
}

void Story::mediate(Instant at) {
  inferred(Event::Consent, at, {{"all", true}});
  inferred(Event::Accept, at, {{"rights_told", true}, {"mediator", receiver()}});
  inferred(Event::Session, at, {{"rights_told", true}, {"mediator", receiver()}});
}

void Story::end(LedgerOutcome outcome) {
  const Instant at = ended();
  const json how = told_how();
  switch (outcome) {
    case LedgerOutcome::Settled:
      mediate(at);
      return told(Event::Agree, at,
                  {{"form", "oral"}, {"content", not_in_ledger}, {"performed", true}, {"no_document", true}});
    case LedgerOutcome::Failed:
      mediate(at);
      return told(Event::Fail, at, {{"reason", "other"}, {"routes", not_in_ledger}});
    case LedgerOutcome::Handled:
      return told(Event::Handle, at, {{"unit", not_in_ledger}, {"result", not_in_ledger}, {"told_how", how}});
    case LedgerOutcome::Explained:
      return told(Event::Explain, at, {{"content", not_in_ledger}, {"review", not_in_ledger}, {"told_how", how}});
    case LedgerOutcome::Aided: return told(Event::Aid, at, {{"kind", "other"}, {"result", not_in_ledger}});
    case LedgerOutcome::Lawful: return told(Event::Lawful, at, {{"organ", not_in_ledger}, {"result", not_in_ledger}});
    case LedgerOutcome::Routed:
      return told(Event::Route, at,
                  {{"body", not_in_ledger},
                   {"receipt_no", not_in_ledger},
                   {"receipt_at", engine::format_instant(at, reading_.zone)}});
    case LedgerOutcome::Withdrawn: return told(Event::Withdraw, at, {{"risk_checked", true}});
    case LedgerOutcome::WentToLaw: return told(Event::Law, at, {{"body", not_in_ledger}});
    case LedgerOutcome::Left: return told(Event::Leave, at, {{"reason", not_in_ledger}});
  }
}

void Story::visit() {
  told(Event::Visit, *row_.visited,
       {{"result", "made"}, {"means", "phone"}, {"contacted", "both"}, {"performed", "done"}});
  inferred(Event::Close, *row_.visited, {{"performed", not_in_ledger}});
}

/// FNV-1a: the same words have the same value in every import.
struct Fnv {
  std::uint64_t value = 0xcbf29ce484222325U;

  void take(std::string_view text) {
    for (const char byte : text) value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  }
  /// As one of several: "ab" and "c" differ from "a" and "bc".
  void add(std::string_view text) {
    take(text);
    take(std::string_view("\0", 1));
  }
};

}  // namespace

std::string ledger_row_ref(engine::Instant arrived, const std::vector<std::string>& parties,
                           std::string_view description) {
  Fnv hash;
  hash.add(std::to_string(arrived.time_since_epoch().count()));
  for (const auto& party : parties) hash.add(party);
  hash.add(description);
  return fmt::format("row-{:016x}", hash.value);
}

std::string ledger_person_id(std::string_view name) {
  const bool word = !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '_' || letter == '.';
  });
  if (word) return std::string(name);
  Fnv hash;
  hash.take(name);
  return fmt::format("p-{:012x}", hash.value & 0xFFFFFFFFFFFFU);
}

std::variant<LedgerCase, LedgerFault> ledger_case(const LedgerRow& row, const LedgerReading& reading) {
  auto judged = judge_row(row, reading);
  if (auto* fault = std::get_if<LedgerFault>(&judged)) return std::move(*fault);
  const auto& understood = std::get<JudgedRow>(judged);
  return LedgerCase{understood.ref, understood.arrived, understood.receiver, Story(understood, reading).tell()};
}

}  // namespace workflows
