#include "workflows/making.hpp"

#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/facts.hpp"
#include "workflows/resolution.hpp"
#include "workflows/unmerged_clocks.hpp"
#include "workflows/witness.hpp"

namespace workflows {
namespace {

using engine::mark;

std::vector<engine::NumberWish> numbers(const Effects& effects) {
  std::vector<engine::NumberWish> wishes;
  if (effects.asks_for(Ask::RegisterNumber)) wishes.push_back({"register", "number"});
  if (effects.asks_for(Ask::MediationNumber)) wishes.push_back({"mediation", "mediation_number"});
  return wishes;
}

/// People who must know at once, beside the alerts of the clocks.
std::vector<engine::Telling> tellings(const Effects& effects, const Making& making) {
  const Told& told = making.told;
  std::vector<engine::Telling> tell;
  if (effects.asks_for(Ask::TellDirector))
    tell.push_back({"role:director", mark("an offer met an objection: designate who holds the case")});
  if (effects.asks_for(Ask::TellSupervisor))
    tell.push_back({"role:supervisor", mark("an offer was not answered in time: the head of the unit holds the case")});
  if (effects.asks_for(Ask::CallBack))
    tell.push_back({"role:receptionist", mark("a visitor left before reception: call back on the next working day")});
  if (told.event == Event::PeriodEnd)
    for (const std::string& to : {making.facts.holder, std::string("role:supervisor")})
      tell.push_back({to, mark("a mediation period ran out: the parties must be told the legal routes")});
  if (told.event == Event::Offer && told.text(Field::Level) == "escalate")
    tell.push_back({making.facts.holder, mark("the case you pass up keeps a task for your unit: report on it")});
  if (told.event == Event::Offer)
    tell.push_back({std::string(told.text(Field::To)), mark("a case is offered to you: acknowledge it or object")});
  if (told.event == Event::Designate)
    tell.push_back({std::string(told.text(Field::To)), mark("a case was designated to you")});
  if (told.event == Event::Invite)
    tell.push_back({std::string(told.text(Field::To)), mark("your unit has a task in a joint case")});
  if (told.event == Event::Sample && told.has(Field::Visitor))
    tell.push_back({std::string(told.text(Field::Visitor)), mark("a case was drawn for a sample: you make its visit")});
  if (told.event == Event::Question)
    tell.push_back({std::string(told.text(Field::Answerer)), mark("a citizen waits for your answer")});
  const bool red =
      told.chose(Field::Level, Level::Red) || told.chose(Field::Risk, Level::Red) || told.is(Field::Emergency);
  if (red) tell.push_back({"role:director", mark("a case is at red risk")});
  return tell;
}

/// What the engine itself tells another case in the same transaction.
engine::Companion telling(std::string_view other, Event event, nlohmann::json fields, const Making& making) {
  engine::Happening happening;
  happening.event = name(event);
  happening.fields = std::move(fields);
  happening.actor = {"system", making.around.record->centre, {}};
  happening.occurred_at = making.told.at;
  happening.origin = engine::Origin::System;
  return {std::string(other), std::move(happening)};
}

/// The surviving case keeps both numbers and the earlier clock.
engine::Companion absorbing(const Making& making) {
  const engine::Zone utc = engine::Zone::utc();
  nlohmann::json fields{{"from", making.around.record->id},
                        {"number", making.facts.number},
                        {"arrived", engine::format_instant(making.facts.arrived_at, utc)}};
  if (is_set(making.facts.received_at)) fields["received"] = engine::format_instant(making.facts.received_at, utc);
  return telling(making.told.text(Field::Into), Event::Absorb, std::move(fields), making);
}

/// The case of a group knows which of its claims are open.
engine::Companion claiming(std::string_view group, bool open, const Making& making) {
  return telling(
      group, Event::Child,
      {{"from", making.around.record->id}, {"number", making.facts.number}, {"standing", open ? "open" : "ended"}},
      making);
}

std::vector<engine::Companion> companions(State before, const Advance& out, const Making& making) {
  std::vector<engine::Companion> also;
  if (out.effects.asks_for(Ask::Absorb)) also.push_back(absorbing(making));
  if (out.effects.asks_for(Ask::Release))
    also.push_back(telling(making.facts.merged_into, Event::Release,
                           {{"from", making.around.record->id}, {"number", making.facts.number}}, making));
  if (making.told.event == Event::Join) also.push_back(claiming(making.told.text(Field::Group), true, making));
  const bool ended = in(final_states, out.state);
  if (!making.facts.group.empty() && ended != in(final_states, before))
    also.push_back(claiming(making.facts.group, !ended, making));
  return also;
}
/// An absorbed case that was received earlier takes its plan's limit with it: merging never wins time.
std::vector<engine::ClockChange> clocks(const Effects& effects, const Making& making) {
  if (effects.asks_for(Ask::Release)) return restored_clocks(effects, making);
  if (making.told.event == Event::Release) return own_clocks(making);
  auto changes = clock_changes(effects, making);
  if (making.told.event != Event::Absorb) return changes;
  const Instant earlier = making.told.instant(Field::Received);
  if (!is_set(earlier) || earlier >= making.facts.received_at) return changes;
  for (const engine::Deadline& deadline : making.around.record->deadlines)
    if (deadline.running() && deadline.name == name(Limit::Plan))
      changes.push_back({engine::ClockChange::Op::Start, name(Limit::Plan), deadline.cycle, earlier,
                         making.standard.of(Limit::Plan).rule, making.standard.version});
  return changes;
}

}  // namespace

namespace {

/// Who holds a case that is passed up, and their unit.
std::vector<engine::Added> giver(const Making& making) {
  const engine::Person* person = find_person(*making.around.people, making.facts.holder);
  if (person == nullptr) return {};
  return {{"unit", person->unit}, {"from", person->id}};
}

/// What the entry itself must remember, because a later step cannot find it out.
std::vector<engine::Added> added(State before, const Making& making) {
  if (from_petitions(making.told)) return {{"owed", "notice and opinion"}};
  if (making.told.event == Event::Merge) return {{"was", std::string(name(before))}};
  if (making.told.event == Event::Offer && making.told.text(Field::Level) == "escalate") return giver(making);
  if (making.told.event == Event::Agree && !agreement_complete(making.facts, making.told)) return {{"draft", "kept"}};
  if (making.told.event != Event::Release) return {};
  const engine::Zone utc = engine::Zone::utc();
  std::vector<engine::Added> own{{"arrived", engine::format_instant(making.around.record->arrived_at, utc)}};
  if (const Instant received = own_reception(making); is_set(received))
    own.push_back({"received", engine::format_instant(received, utc)});
  return own;
}

}  // namespace

engine::Step make_step(State before, const Advance& out, const Making& making) {
  engine::Step step;
  step.state_before = name(before);
  step.state_after = name(out.state);
  step.holder_after = holder_after(making.told, making.facts);
  step.clocks = clocks(out.effects, making);
  step.numbers = numbers(out.effects);
  step.adds = added(before, making);
  step.tell = tellings(out.effects, making);
  step.also = companions(before, out, making);
  return step;
}

}  // namespace workflows
