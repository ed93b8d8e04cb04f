#include "workflows/report.hpp"

#include "engine/clock_text.hpp"
#include "workflows/channel.hpp"
#include "workflows/fold.hpp"
#include "workflows/state.hpp"
#include "workflows/told.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace workflows {
namespace {

constexpr std::array<std::string_view, 11> outcome_names{"none",      "agreed",      "not_agreed",  "handled",
                                                         "explained", "aided",       "lawful",      "routed",
                                                         "withdrawn", "went_to_law", "out_of_reach"};

bool is_final(std::string_view state) {
  const auto known = state_named(state);
  return known && in(final_states, *known);
}

bool is(std::string_view state, State which) { return state == name(which); }

std::int64_t* count_of(HandOffs& counts, Event event) {
  switch (event) {
    case Event::Offer: return &counts.offers;
    case Event::Ack: return &counts.acknowledged;
    case Event::Object: return &counts.objections;
    case Event::Lapse: return &counts.lapsed;
    case Event::Designate: return &counts.designated;
    default: return nullptr;
  }
}

void add(HandOffs& whole, const HandOffs& part) {
  whole.offers += part.offers;
  whole.acknowledged += part.acknowledged;
  whole.objections += part.objections;
  whole.lapsed += part.lapsed;
  whole.designated += part.designated;
}

std::string source_of(const std::string& channel) {
  const auto* known = find_channel(channel);
  return known == nullptr ? std::string() : std::string(known->source);
}

}  // namespace

std::string_view name(Outcome outcome) { return outcome_names[static_cast<std::size_t>(outcome)]; }

std::int64_t Resolutions::count(std::string_view outcome) const {
  const auto found = outcomes.find(outcome);
  return found == outcomes.end() ? 0 : found->second;
}

PeriodReport::PeriodReport(ReportSpan period, std::string centre) : centre_(std::move(centre)) {
  figures_.period = period;
}

void PeriodReport::add(const engine::HistoryEntry& entry) {
  if (entry.case_id != story_.id) {
    close_story();
    story_ = {};
    story_.id = entry.case_id;
  }
  if (entry.occurred_at > figures_.period.as_of) return;
  note_event(entry);
  const bool moves = entry.state_after != story_.state;
  if (moves) note_stay(entry.occurred_at);
  if (const auto event = event_named(entry.event)) {
    auto told = reread_fields(*event, entry.fields);
    told.at = entry.occurred_at;
    told.actor = entry.actor;
    const auto before = story_.facts.resolved_at;
    fold(story_.facts, told);
    if (story_.facts.resolved_at != before) note_resolution(told);
    if (moves && is(entry.state_after, State::AwaitingVisit) && within(story_.resolved_at))
      story_.resolved_within = true;
  }
  for (const auto& clock : engine::clocks_from(entry.clocks)) engine::fold(story_.deadlines, clock);
  story_.state = entry.state_after;
  story_.centre = entry.centre;
  if (moves) story_.since = entry.occurred_at;
}

void PeriodReport::note_event(const engine::HistoryEntry& entry) {
  const bool inside = within(entry.occurred_at);
  const bool relapses = is(entry.state_after, State::Reopened);
  if (relapses && story_.resolved_within) story_.relapsed_after = true;
  if (!inside) return;
  if (relapses) ++story_.relapses;
  if (entry.origin == engine::Origin::Inferred) ++story_.inferred;
  if (const auto event = event_named(entry.event))
    if (auto* count = count_of(story_.hand_offs, *event)) ++*count;
}

/// An agreement resolves a case on the day it takes effect, whenever that is typed (domain 7.2).
void PeriodReport::note_resolution(const Told& told) {
  const auto& facts = story_.facts;
  const bool by_agreement = told.event == Event::Agree && is_set(facts.effective_at);
  story_.resolved_at = by_agreement ? std::min(facts.effective_at, facts.resolved_at) : facts.resolved_at;
}

/// Books the time in the state that ends at `until`, as far as it lies in the period.
void PeriodReport::note_stay(engine::Instant until) {
  if (story_.state.empty() || is_final(story_.state)) return;
  const auto from = std::max(story_.since, figures_.period.from);
  const auto to = std::min(until, figures_.period.to);
  if (from < to) story_.stays[story_.state] += to - from;
}

PeriodFigures PeriodReport::finish() {
  close_story();
  return std::move(figures_);
}

void PeriodReport::close_story() {
  if (story_.state.empty() || (!centre_.empty() && story_.centre != centre_)) return;
  note_stay(figures_.period.as_of);
  count_intake();
  count_promises();
  count_resolution();
  figures_.relapses += story_.relapses;
  figures_.inferred_steps += story_.inferred;
  workflows::add(figures_.hand_offs, story_.hand_offs);
  if (!story_.stays.empty()) ++figures_.cases_in_hand;
  for (const auto& [state, time] : story_.stays) {
    auto& sum = figures_.states[state];
    ++sum.cases;
    sum.total += time;
    sum.longest = std::max(sum.longest, time);
  }
}

void PeriodReport::count_intake() {
  const auto& facts = story_.facts;
  if (!within(facts.arrived_at)) return;
  auto& intake = figures_.intake;
  if (!facts.group.empty()) {
    ++intake.claims;
    return;
  }
  ++intake.cases;
  if (facts.emergency) ++intake.emergencies;
  ++intake.by_channel[facts.channel];
  ++intake.by_source[source_of(facts.channel)];
  ++intake.by_type[facts.kind];
  if (is(story_.state, State::Left))
    ++intake.left;
  else if (is(story_.state, State::Merged))
    ++intake.merged;
  else
    ++(is_set(facts.resolved_at) ? intake.resolved : intake.open);
}

void PeriodReport::count_promises() {
  for (const auto& deadline : story_.deadlines) {
    if (!deadline.standard || !within(deadline.due)) continue;
    auto& figures = figures_.promises[story_.centre][deadline.name];
    switch (status(deadline, figures_.period.as_of)) {
      case engine::DeadlineStatus::OnTime: ++figures.on_time; break;
      case engine::DeadlineStatus::Late: ++figures.late; break;
      case engine::DeadlineStatus::Overdue: ++figures.overdue; break;
      case engine::DeadlineStatus::Stopped: ++figures.stopped; break;
      case engine::DeadlineStatus::Open: break;  // due within the period, but after `as_of`
    }
  }
}

void PeriodReport::count_resolution() {
  auto& resolutions = figures_.resolutions;
  if (story_.resolved_within) ++resolutions.cases;
  if (story_.relapsed_after) ++resolutions.relapsed;
  const auto& facts = story_.facts;
  if (!is_set(facts.resolved_at) || !within(story_.resolved_at)) return;
  for (const auto outcome : facts.outcomes)
    if (outcome != Outcome::None) ++resolutions.outcomes[std::string(name(outcome))];
  if (facts.ended_early != Outcome::None) ++resolutions.outcomes[std::string(name(facts.ended_early))];
}

}  // namespace workflows
