#include "workflows/clock_changes.hpp"

#include "engine/time/site.hpp"
#include "workflows/channel.hpp"
#include "workflows/duty.hpp"
#include "workflows/facts.hpp"
#include "workflows/kind.hpp"
#include "workflows/resolution.hpp"
#include "workflows/witness.hpp"

#include <algorithm>
#include <optional>

namespace workflows {
namespace {

using engine::ClockChange;
using engine::Deadline;
using engine::Rule;
using engine::VisitAnchor;
using Op = ClockChange::Op;

VisitAnchor anchor_of(const Making& making) {
  return making.around.site ? making.around.site->spec().visit_anchor : VisitAnchor::Resolution;
}

/// The run of a limit that a step speaks of: numbered ones by their number, the others by the last run.
std::optional<int> numbered_run(Limit limit, const Making& making) {
  if (limit == Limit::Task && making.told.has(Field::TaskNo))
    return static_cast<int>(making.told.number(Field::TaskNo));
  if (limit == Limit::Question && making.told.has(Field::QuestionNo))
    return static_cast<int>(making.told.number(Field::QuestionNo));
  return {};
}

const Deadline* running(Limit limit, const Making& making) {
  const auto wanted = numbered_run(limit, making);
  for (const Deadline& deadline : making.around.record->deadlines)
    if (deadline.running() && deadline.name == name(limit) && (!wanted || deadline.cycle == *wanted)) return &deadline;
  return nullptr;
}

int last_run(Limit limit, const Making& making) {
  int last = 0;
  for (const Deadline& deadline : making.around.record->deadlines)
    if (deadline.name == name(limit)) last = std::max(last, deadline.cycle);
  return last;
}

bool several_at_once(Limit limit) { return limit == Limit::Task || limit == Limit::Question; }

/// A promised limit runs once a cycle of the case; the others are numbered run by run.
int run_to_start(Limit limit, const Making& making) {
  const bool reopens = making.told.event == Event::Reopen;
  if (limit == Limit::Reception) return 1;
  if (limit == Limit::Plan || limit == Limit::Visit) return making.facts.cycle() + (reopens ? 1 : 0);
  const Deadline* now = several_at_once(limit) ? nullptr : running(limit, making);
  return now ? now->cycle : last_run(limit, making) + 1;
}

/// The field that names the instant of a limit, where the step may name one.
std::optional<Field> instant_field(Limit limit, Event event) {
  switch (limit) {
    case Limit::Step: return event == Event::Pause ? Field::Expected : Field::NextAt;
    case Limit::Session: return Field::NextAt;
    case Limit::Suspension: return Field::Expected;
    case Limit::Performance: return Field::PerformBy;
    case Limit::Mediation:
    case Limit::PetitionOpinion: return Field::Until;
    case Limit::Outside: return Field::ExternalDue;
    case Limit::Task:
    case Limit::Question: return Field::Due;
    default: return {};
  }
}

Rule reception_rule(const Making& making) {
  if (making.told.is(Field::Emergency)) return engine::ClockTime{std::chrono::minutes{30}, true};
  const bool open = making.around.site && making.around.site->spec().reception_clock == engine::ReceptionClock::Open;
  if (open) return engine::OpenTime{std::chrono::minutes{30}};
  return making.standard.of(Limit::Reception).rule;
}

/// A department that sits here on some days only answers by the end of its next one (轮驻).
std::optional<Rule> by_next_duty(const Making& making) {
  const engine::Person* receiver = making.told.witness.named;
  if (receiver == nullptr || making.around.site == nullptr) return {};
  const auto end = end_of_next_duty(*receiver, making.told.at, *making.around.site);
  return end ? std::optional<Rule>(engine::FixedInstant{*end}) : std::nullopt;
}

/// Who offers may ask for a faster answer than usual, never give a slower one.
Rule handoff_rule(const Making& making) {
  const engine::Person* receiver = making.told.witness.named;
  const auto usual = answer_limit(receiver ? std::string_view{receiver->attendance} : std::string_view{});
  const auto duty = by_next_duty(making);
  if (!making.told.has(Field::Limit)) return duty.value_or(usual);
  const engine::OpenTime asked{std::chrono::minutes{making.told.number(Field::Limit)}};
  return duty || asked.seconds < usual.seconds ? asked : usual;
}

Rule rule_for(Limit limit, const Making& making) {
  if (limit == Limit::Performance && making.told.event == Event::Agree)
    return engine::FixedInstant{performance_terms(making.facts, making.told).by};
  if (limit == Limit::Session && making.told.has(Field::At))
    return engine::FixedInstant{making.told.instant(Field::At)};
  if (const auto field = instant_field(limit, making.told.event); field && making.told.has(*field))
    return engine::FixedInstant{making.told.instant(*field)};
  if (limit == Limit::Reception) return reception_rule(making);
  if (limit == Limit::Handoff) return handoff_rule(making);
  if (limit == Limit::Task && making.told.event == Event::Invite)
    return by_next_duty(making).value_or(making.standard.of(limit).rule);
  if (limit == Limit::Mediation) {
    const Kind* kind = find_kind(making.facts.kind);
    return mediation_period(kind ? kind->period : Period::Ordinary);
  }
  return making.standard.of(limit).rule;
}

bool visit_met_already(const Making& making) {
  const auto& all = making.around.record->deadlines;
  return std::any_of(all.begin(), all.end(), [&](const Deadline& deadline) {
    return deadline.met && deadline.cycle == making.facts.cycle() && deadline.name == name(Limit::Visit);
  });
}

/// Three weeks from the resolution, from the reception, or both (visit.anchor): the table arms `Visit` on resolution
/// and `Progress` on reception.
std::optional<Limit> visit_to_start(Limit limit, const Making& making) {
  const VisitAnchor anchor = anchor_of(making);
  if (limit == Limit::Visit) {
    if (anchor != VisitAnchor::Reception) return limit;
    if (running(limit, making)) return {};
    return visit_met_already(making) ? Limit::Progress : Limit::Visit;
  }
  if (anchor == VisitAnchor::Resolution) return {};
  return anchor == VisitAnchor::Both ? Limit::Progress : Limit::Visit;
}

std::string new_holder(const Making& making) {
  if (making.told.event == Event::Lapse) return making.facts.offer.to;
  return holder_after(making.told, making.facts);
}

/// Some clocks start only under a condition that is no question of the table: a setting of the site, or no need.
std::optional<Limit> limit_to_start(Limit limit, const Making& making) {
  const Kind* kind = find_kind(making.facts.kind);
  const PerformanceTerms terms = performance_terms(making.facts, making.told);
  const auto only_if = [&](bool needed) { return needed ? std::optional(limit) : std::nullopt; };
  switch (limit) {
    case Limit::Progress:
    case Limit::Visit: return visit_to_start(limit, making);
    case Limit::PetitionNotice: return only_if(from_petitions(making.told));
    case Limit::PetitionOpinion:
      return only_if(from_petitions(making.told) || making.told.chose(Field::Kind, ReplyKind::Longer));
    case Limit::Outside: return only_if(making.told.has(Field::ExternalDue));
    case Limit::Task:
      return only_if(making.told.event == Event::Invite || giver_stays(making.facts, new_holder(making)));
    case Limit::Signing: return only_if(!running(limit, making));
    case Limit::Performance: return only_if(!terms.performed && is_set(terms.by));
    case Limit::Confirmation: return only_if(!terms.performed && !(kind && kind->personal_status));
    default: return limit;
  }
}

ClockChange change(Op op, Limit limit, int run, Instant at) { return {op, name(limit), run, at, {}, {}}; }

/// Closing waits for a performance that falls due later than the visit; the visit and the right to confirmation are
/// counted from the day the agreement took effect, whenever it is typed.
Instant start_of(Limit limit, const Making& making) {
  if ((limit == Limit::Confirmation || limit == Limit::Visit) && making.told.has(Field::SignedOn))
    return std::min(making.told.at, making.told.instant(Field::SignedOn));
  const Deadline* performance = limit == Limit::Closing ? running(Limit::Performance, making) : nullptr;
  return performance ? std::max(making.told.at, performance->due) : making.told.at;
}

ClockChange start(Limit limit, const Making& making) {
  ClockChange started = change(Op::Start, limit, run_to_start(limit, making), start_of(limit, making));
  started.rule = rule_for(limit, making);
  started.rule_version = making.standard.version;
  return started;
}

bool standing(const Deadline& deadline) { return !deadline.pauses.empty() && !deadline.pauses.back().to; }

/// Every way out of a standstill books it (field-lessons row 25): a clock that stands runs on before it ends.
void end(std::vector<ClockChange>& changes, Op op, Limit limit, const Deadline& deadline, Instant at) {
  if (standing(deadline)) changes.push_back(change(Op::Resume, limit, deadline.cycle, at));
  changes.push_back(change(op, limit, deadline.cycle, at));
}

void end_runs(std::vector<ClockChange>& changes, Op op, Limit limit, const Making& making) {
  const bool every_run = op == Op::Stop;
  for (const Deadline& deadline : making.around.record->deadlines) {
    if (!deadline.running() || deadline.name != name(limit)) continue;
    const auto run = numbered_run(limit, making);
    if (!every_run && run && deadline.cycle != *run) continue;
    end(changes, op, limit, deadline, making.told.at);
  }
}

/// Each kind of written answer keeps its own limit; more time keeps none.
LimitSet answered_by(const Told& told) {
  constexpr LimitSet kinds[] = {set_of(Limit::PetitionNotice), set_of(Limit::PetitionOpinion), set_of(Limit::Outside),
                                LimitSet{0}};
  return kinds[told.number(Field::Kind)];
}

/// Performance is kept by proof alone, or by a visit that finds it done; a visit to tell the progress counts as the
/// visit where that is promised from reception.
LimitSet met_by(const Effects& effects, const Making& making) {
  const Told& told = making.told;
  LimitSet met = effects.meet;
  if (told.event == Event::Perform && told.text(Field::Result) != "proved") met &= ~set_of(Limit::Performance);
  if (told.event == Event::Reply) met &= answered_by(told);
  if (told.event == Event::Visit && told.text(Field::Performed) == "done") met |= set_of(Limit::Performance);
  if (told.event == Event::Progress && anchor_of(making) == VisitAnchor::Reception) met |= set_of(Limit::Visit);
  return met;
}

}  // namespace

bool from_petitions(const Told& told) {
  if (told.event != Event::Arrive || told.assumed) return false;
  const Channel* channel = find_channel(told.text(Field::Channel));
  return channel != nullptr && channel->code == "petition";
}

std::vector<ClockChange> clock_changes(const Effects& effects, const Making& making) {
  std::vector<ClockChange> changes;
  const LimitSet met = met_by(effects, making);
  for (std::size_t i = 0; i < limit_count; ++i) {
    const auto limit = static_cast<Limit>(i);
    const Deadline* now = running(limit, making);
    const bool stands = now && standing(*now);
    const auto starts = in(effects.start, limit) ? limit_to_start(limit, making) : std::nullopt;
    if (stands && in(effects.resume, limit)) changes.push_back(change(Op::Resume, limit, now->cycle, making.told.at));
    if (in(met, limit))
      end_runs(changes, Op::Meet, limit, making);
    else if (in(effects.stop, limit))
      end_runs(changes, Op::Stop, limit, making);
    if (starts) changes.push_back(start(*starts, making));
    if (in(effects.pause, limit) && !stands && (starts || now))
      changes.push_back(change(Op::Pause, limit, starts ? changes.back().cycle : now->cycle, making.told.at));
  }
  return changes;
}

}  // namespace workflows
