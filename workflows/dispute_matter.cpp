#include "workflows/dispute_matter.hpp"

#include "engine/error.hpp"
#include "engine/json.hpp"
#include "workflows/facts_json.hpp"
#include "workflows/fold.hpp"
#include "workflows/instants_told.hpp"
#include "workflows/machine.hpp"
#include "workflows/making.hpp"
#include "workflows/people_told.hpp"
#include "workflows/possible.hpp"
#include "workflows/refusals.hpp"
#include "workflows/witness.hpp"

#include <algorithm>
#include <iterator>

namespace workflows {
namespace {

using engine::Error;

State known_state(std::string_view stored, const std::string& number) {
  if (const auto state = state_named(stored)) return *state;
  throw Error(Error::Kind::Fault, "unknown_state",
              "case " + number + " is in the state '" + std::string(stored) + "', which this program does not know");
}

Facts columns_of(const engine::CaseRecord& record) {
  Facts facts;
  facts.number = record.number;
  facts.second_number = record.second_number;
  facts.ref = record.ref;
  facts.holder = record.holder;
  facts.kind = record.kind;
  facts.channel = record.channel;
  facts.subject = record.subject;
  facts.emergency = record.emergency;
  return facts;
}

void tell_about(Told& told, const engine::Happening& happening) {
  told.at = happening.occurred_at;
  told.actor = happening.actor.person;
  told.by_engine = happening.origin == engine::Origin::System;
  told.assumed = happening.origin == engine::Origin::Import || happening.origin == engine::Origin::Inferred;
}

}  // namespace

DisputeMatter::DisputeMatter(const Standard& standard, const engine::CaseRecord& record)
    : standard_(standard), state_(known_state(record.state, record.number)), facts_(columns_of(record)) {
  try {
    from_json(record.facts, record.facts_version, facts_);
  } catch (const Error& fault) {
    throw Error(fault.kind(), fault.code(), "case " + record.number + ": " + fault.what());
  }
}

engine::Decision DisputeMatter::decide(const engine::Happening& happening, const engine::Surroundings& around) const {
  const auto event = event_named(happening.event);
  if (!event) return unknown_event(happening.event, state_, facts_);
  if (auto refusal = not_permitted(happening, *event, facts_, around)) return *std::move(refusal);
  auto read = read_fields(*event, happening.fields);
  if (const auto* fault = std::get_if<BadField>(&read)) return refused_field(*fault, facts_);
  auto& told = std::get<Told>(read);
  tell_about(told, happening);
  std::vector<engine::Added> named = name_people(told, *around.people);
  told.witness = witness_of(told, facts_, happening.actor, around);
  const Advance out = advance(state_, facts_, told);
  if (out.result != Advance::Result::Taken) return refused_step(out, *event, facts_);
  if (auto refusal = unknown_party(told, *event, facts_)) return *std::move(refusal);
  if (auto refusal = unknown_person(told, facts_, *around.people)) return *std::move(refusal);
  if (auto refusal = impossible_instant(told, facts_, around)) return *std::move(refusal);
  engine::Step step = make_step(state_, out, {told, facts_, around, standard_});
  std::ranges::move(named, std::back_inserter(step.adds));
  return step;
}

void DisputeMatter::apply(const engine::HistoryEntry& entry) {
  const auto event = event_named(entry.event);
  if (!event)
    throw Error(Error::Kind::Fault, "unknown_event",
                "case " + facts_.number + " has the step '" + entry.event + "', which this program does not know");
  Told told = reread_fields(*event, entry.fields);
  told.at = entry.occurred_at;
  told.actor = entry.actor;
  fold(facts_, told);
  facts_.holder = entry.holder;
  state_ = known_state(entry.state_after, facts_.number);
}

std::vector<engine::Possible> DisputeMatter::possible(const engine::Surroundings&) const {
  return possible_in(state_, facts_);
}

void DisputeMatter::project(engine::CaseRecord& record) const {
  record.number = facts_.number;
  record.second_number = facts_.second_number;
  record.ref = facts_.ref;
  record.kind = facts_.kind;
  record.channel = facts_.channel;
  record.subject = facts_.subject;
  record.emergency = facts_.emergency;
  record.open = !in(final_states, state_);
  record.facts_version = facts_version;
  record.facts = to_json(facts_);
}

}  // namespace workflows
