#include "storage/memory_writing.hpp"

#include "engine/error.hpp"
#include "engine/process.hpp"

#include <algorithm>

namespace storage {

using engine::Error;

void MemoryWriting::refuse(const char* code, const std::string& why) {
  broken_ = true;
  throw Error(Error::Kind::Conflict, code, why);
}

void MemoryWriting::finish() const {
  if (broken_)
    throw Error(Error::Kind::Fault, "half_written", "A part of this change could not be stored, so none of it is.");
}

Dossier& MemoryWriting::touch(const std::string& case_id) {
  const auto at = state_.cases.find(case_id);
  const bool there = at != state_.cases.end();
  before_.try_emplace(case_id, there ? std::optional{at->second} : std::nullopt);
  return there ? at->second : state_.cases[case_id];
}

Ground& MemoryWriting::touch_ground() {
  if (!ground_before_) ground_before_ = state_.ground;
  return state_.ground;
}

// All present names go before the earlier ones come back: two cases may have exchanged theirs.
void MemoryWriting::undo() {
  for (const auto& [id, dossier] : before_)
    if (const auto& record = state_.cases[id].record) state_.remove(*record);
  for (auto& [id, dossier] : before_) {
    if (!dossier) {
      state_.cases.erase(id);
      continue;
    }
    if (dossier->record) state_.enter(*dossier->record);
    state_.cases[id] = std::move(*dossier);
  }
  if (ground_before_) state_.ground = std::move(*ground_before_);
  if (agenda_before_) state_.agenda = std::move(*agenda_before_);
  if (accounts_before_) state_.accounts = std::move(*accounts_before_);
  if (deliveries_before_) state_.deliveries = std::move(*deliveries_before_);
  state_.log.resize(state_.log.size() - logged_);
}

std::int64_t MemoryWriting::take_number(std::string_view series) {
  return ++touch_ground().series[std::string{series}];
}

void MemoryWriting::append(const engine::HistoryEntry& entry) {
  const auto& history = touch(entry.case_id).history;
  const bool first = history.empty();
  if (!state_.ground.transitions.contains({entry.event, entry.state_before, entry.state_after}))
    refuse("history_refused", "history: no such transition in the relation.");
  if (entry.seq != static_cast<std::int64_t>(history.size()) + 1)
    refuse("history_refused", "history: an entry may only follow the last one, without a gap.");
  if (entry.prev_hash != (first ? engine::genesis_hash() : history.back().hash) ||
      entry.state_before != (first ? "" : history.back().state_after))
    refuse("history_refused", "history: the entry does not continue the hash and the state of the one before it.");
  touch(entry.case_id).history.push_back(entry);
  state_.log.push_back(entry.case_id);
  ++logged_;
}

void MemoryWriting::put_case(const engine::CaseRecord& record) {
  Dossier& dossier = touch(record.id);
  if (dossier.history.empty() || dossier.history.back().seq != record.revision ||
      dossier.history.back().hash != record.head || dossier.history.back().state_after != record.state)
    refuse("history_refused", "cases: a record must stand where the last entry of its history stands.");
  try {
    if (dossier.record) state_.remove(*dossier.record);
    state_.enter(record);
  } catch (const Error&) {
    state_.remove(record);
    if (dossier.record) state_.enter(*dossier.record);
    broken_ = true;
    throw;
  }
  dossier.record = record;
}

bool MemoryWriting::raise(const engine::Alert& alert) {
  const auto at = state_.cases.find(alert.case_id);
  if (at == state_.cases.end() || !at->second.record)
    refuse("constraint", "alerts: there is no case " + alert.case_id + ".");
  auto& alerts = touch(alert.case_id).alerts;
  const bool raised = std::any_of(alerts.begin(), alerts.end(), [&](const engine::Alert& a) {
    return a.deadline == alert.deadline && a.cycle == alert.cycle && a.level == alert.level && a.due == alert.due;
  });
  if (!raised) alerts.push_back(alert);
  return !raised;
}

void MemoryWriting::post(const engine::OutboxItem& item) {
  if (!touch_ground().outbox.emplace(item.id, item).second)
    refuse("already_stored", "outbox: the message " + item.id + " is stored already.");
}

AccountTables& MemoryWriting::account_tables() {
  if (!accounts_before_) accounts_before_ = state_.accounts;
  return state_.accounts;
}

DeliveryTables& MemoryWriting::delivery_tables() {
  if (!deliveries_before_) deliveries_before_ = state_.deliveries;
  return state_.deliveries;
}

void MemoryWriting::note_attempt(const engine::Attempt& attempt) { touch_ground().attempts.push_back(attempt); }

namespace {

/// True if the map now holds something else than before.
template <class Map, class Value>
bool put(Map& map, const std::string& key, const Value& value) {
  const auto [at, added] = map.try_emplace(key, value);
  if (!added && at->second == value) return false;
  at->second = value;
  return true;
}

}  // namespace

void MemoryWriting::put_centre(const engine::Centre& centre) {
  Ground& ground = touch_ground();
  if (put(ground.centres, centre.id, centre)) ++ground.roster_revision;
}

void MemoryWriting::put_person(const engine::Person& person) {
  Ground& ground = touch_ground();
  if (put(ground.people, person.id, person)) ++ground.roster_revision;
}

void MemoryWriting::put_setting(std::string_view key, std::string_view value) {
  Ground& ground = touch_ground();
  if (put(ground.settings, std::string{key}, std::string{value})) ++ground.roster_revision;
}

std::int64_t MemoryWriting::put_calendar(engine::StoredCalendar layer) {
  auto& calendars = touch_ground().calendars;
  layer.revision = static_cast<std::int64_t>(calendars.size()) + 1;
  calendars.push_back(std::move(layer));
  return calendars.back().revision;
}

void MemoryWriting::put_transitions(const std::vector<engine::Transition>& relation) {
  auto& stored = touch_ground().transitions;
  stored.clear();
  for (const auto& row : relation) stored.emplace(row.event, row.from, row.to);
}

}  // namespace storage
