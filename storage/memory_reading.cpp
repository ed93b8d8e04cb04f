#include "storage/memory_reading.hpp"

#include "storage/clock_columns.hpp"

#include <algorithm>

namespace storage {

using engine::CaseRecord;
using engine::Deadline;
using engine::DeadlineRow;
using engine::Instant;

std::optional<CaseRecord> MemoryReading::find_case(std::string_view name) {
  const CaseRecord* found = state_.find(name);
  return found ? std::optional{*found} : std::nullopt;
}

namespace {

bool passes(const engine::CaseFilter& filter, const CaseRecord& r) {
  const auto any_or = [](const std::string& wanted, const std::string& is) { return wanted.empty() || wanted == is; };
  return (r.open || !filter.open_only) && any_or(filter.state, r.state) && any_or(filter.centre, r.centre) &&
         any_or(filter.holder, r.holder) && any_or(filter.kind, r.kind);
}

}  // namespace

void MemoryReading::each_case(const engine::CaseFilter& filter, const std::function<bool(const CaseRecord&)>& visit) {
  std::int64_t left = filter.limit;
  for (auto at = state_.cases.upper_bound(filter.after); at != state_.cases.end(); ++at) {
    const auto& dossier = at->second;
    if (left == 0) return;
    if (!dossier.record || !passes(filter, *dossier.record)) continue;
    if (!visit(*dossier.record)) return;
    --left;
  }
}

std::vector<engine::HistoryEntry> MemoryReading::history(std::string_view case_id) {
  const auto at = state_.cases.find(case_id);
  return at != state_.cases.end() ? at->second.history : std::vector<engine::HistoryEntry>{};
}

bool MemoryReading::each_entry(const std::function<bool(const engine::HistoryEntry&)>& visit) {
  for (const auto& [id, dossier] : state_.cases)
    for (const auto& entry : dossier.history)
      if (!visit(entry)) return false;
  return true;
}

void MemoryReading::each_file(const engine::IdRange& range, const std::function<void(const engine::CaseFile&)>& visit) {
  for (auto at = state_.cases.upper_bound(range.after); at != state_.cases.end(); ++at) {
    const auto& [id, dossier] = *at;
    if (!range.last.empty() && id > range.last) return;
    visit({dossier.history, dossier.record ? &*dossier.record : nullptr});
  }
}

engine::IdRange MemoryReading::range_after(std::string_view after, std::int64_t entries) {
  for (auto at = state_.cases.upper_bound(after); at != state_.cases.end(); ++at)
    if ((entries -= std::ssize(at->second.history)) < 0) return {std::string(after), at->first};
  return {std::string(after), {}};
}

namespace {

struct Listed {
  Instant at;
  DeadlineRow row;
};

/// Counting clocks for which `when` gives an instant, in order of that instant, case and place in the record.
template <class When>
std::vector<DeadlineRow> listed(const MemoryState& state, std::int64_t limit, When when) {
  std::vector<Listed> found;
  for (const auto& [id, dossier] : state.cases) {
    if (!dossier.record) continue;
    const CaseRecord& r = *dossier.record;
    for (const Deadline& d : r.deadlines)
      if (const auto at = is_counting(d) ? when(dossier, d) : std::nullopt)
        found.push_back({*at, {r.id, r.number, r.ref, r.holder, r.centre, r.state, d}});
  }
  std::stable_sort(found.begin(), found.end(), [](const Listed& a, const Listed& b) { return a.at < b.at; });
  std::vector<DeadlineRow> rows;
  for (auto& one : found)
    if (limit < 0 || static_cast<std::int64_t>(rows.size()) < limit) rows.push_back(std::move(one.row));
  return rows;
}

bool alerted(const Dossier& dossier, const Deadline& d, const std::string& level) {
  return std::any_of(dossier.alerts.begin(), dossier.alerts.end(), [&](const engine::Alert& a) {
    return a.deadline == d.name && a.cycle == d.cycle && a.level == level && a.due == d.due;
  });
}

std::optional<Instant> if_reached(std::optional<Instant> at, Instant until) {
  return at && *at <= until ? at : std::nullopt;
}

std::optional<Instant> open_point(const Dossier& dossier, const Deadline& d) {
  std::optional<Instant> first;
  for (const auto& point : d.points)
    if ((!first || point.at < *first) && !alerted(dossier, d, point.level)) first = point.at;
  return first;
}

}  // namespace

void MemoryReading::each_warned(Instant until, const std::function<bool(const DeadlineRow&)>& visit) {
  const auto rows = listed(state_, -1, [&](const Dossier&, const Deadline& d) {
    return warn_at(d) <= until ? std::optional{d.due} : std::nullopt;
  });
  std::all_of(rows.begin(), rows.end(), visit);
}

std::vector<DeadlineRow> MemoryReading::unalerted(Instant until, std::int64_t limit) {
  return listed(state_, limit,
                [&](const Dossier& dossier, const Deadline& d) { return if_reached(open_point(dossier, d), until); });
}

std::vector<DeadlineRow> MemoryReading::expired(std::string_view deadline, Instant until, std::int64_t limit) {
  return listed(state_, limit, [&](const Dossier&, const Deadline& d) {
    return d.name == deadline ? if_reached(d.due, until) : std::nullopt;
  });
}

std::vector<engine::ClockCount> MemoryReading::clock_counts() {
  std::map<std::pair<std::string, std::string>, engine::ClockCount> counts;
  for (const auto& [id, dossier] : state_.cases) {
    if (!dossier.record) continue;
    for (const Deadline& d : dossier.record->deadlines) {
      auto& count = counts[{dossier.record->centre, d.name}];
      const auto as = counted_as(d);
      ++(as == "running" ? count.running : as == "on_time" ? count.on_time : as == "late" ? count.late : count.stopped);
    }
  }
  std::vector<engine::ClockCount> found;
  for (auto& [key, count] : counts) {
    std::tie(count.centre, count.deadline) = key;
    found.push_back(count);
  }
  return found;
}

std::int64_t MemoryReading::open_cases() {
  return std::count_if(state_.cases.begin(), state_.cases.end(),
                       [](const auto& one) { return one.second.record && one.second.record->open; });
}

std::vector<engine::StateCount> MemoryReading::open_by_state() {
  std::map<std::pair<std::string, std::string>, std::int64_t> counts;
  for (const auto& [id, dossier] : state_.cases)
    if (dossier.record && dossier.record->open) ++counts[{dossier.record->centre, dossier.record->state}];
  std::vector<engine::StateCount> found;
  for (const auto& [key, n] : counts) found.push_back({key.first, key.second, n});
  return found;
}

std::int64_t MemoryReading::all_cases() {
  return std::count_if(state_.cases.begin(), state_.cases.end(), [](const auto& one) { return !!one.second.record; });
}

std::int64_t MemoryReading::provisional_clocks() {
  std::int64_t n = 0;
  for (const auto& [id, dossier] : state_.cases)
    if (dossier.record)
      n += std::count_if(dossier.record->deadlines.begin(), dossier.record->deadlines.end(),
                         [](const Deadline& d) { return d.running() && d.provisional; });
  return n;
}

std::vector<engine::Alert> MemoryReading::alerts(std::string_view case_id) {
  const auto at = state_.cases.find(case_id);
  if (at == state_.cases.end()) return {};
  auto found = at->second.alerts;
  std::sort(found.begin(), found.end(), [](const engine::Alert& a, const engine::Alert& b) {
    return std::tie(a.deadline, a.cycle, a.level, a.due) < std::tie(b.deadline, b.cycle, b.level, b.due);
  });
  return found;
}

std::vector<engine::Attempt> MemoryReading::attempts() {
  auto found = state_.ground.attempts;
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  return found;
}

std::vector<engine::Centre> MemoryReading::centres() {
  std::vector<engine::Centre> found;
  for (const auto& [id, centre] : state_.ground.centres) found.push_back(centre);
  return found;
}

std::vector<engine::Person> MemoryReading::people() {
  std::vector<engine::Person> found;
  for (const auto& [id, person] : state_.ground.people) found.push_back(person);
  return found;
}

std::vector<engine::StoredCalendar> MemoryReading::stored_calendars() { return state_.ground.calendars; }
std::int64_t MemoryReading::roster_revision() { return state_.ground.roster_revision; }

std::int64_t MemoryReading::calendar_revision() { return static_cast<std::int64_t>(state_.ground.calendars.size()); }

std::optional<std::string> MemoryReading::setting(std::string_view key) {
  const auto at = state_.ground.settings.find(key);
  return at != state_.ground.settings.end() ? std::optional{at->second} : std::nullopt;
}

std::vector<std::pair<std::string, std::int64_t>> MemoryReading::series() {
  return {state_.ground.series.begin(), state_.ground.series.end()};
}

}  // namespace storage
