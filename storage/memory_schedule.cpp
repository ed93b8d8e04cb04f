#include "storage/clock_columns.hpp"
#include "storage/memory_writing.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace storage {

using engine::Deadline;
using engine::Instant;

namespace {

bool alerted(const Dossier& dossier, const Deadline& d, const std::string& level) {
  return std::any_of(dossier.alerts.begin(), dossier.alerts.end(), [&](const engine::Alert& a) {
    return a.deadline == d.name && a.cycle == d.cycle && a.level == level && a.due == d.due;
  });
}

std::optional<Instant> open_point(const Dossier& dossier, const Deadline& d) {
  std::optional<Instant> first;
  for (const auto& point : d.points)
    if ((!first || point.at < *first) && !alerted(dossier, d, point.level)) first = point.at;
  return first;
}

/// The earliest instant after `after` that `when` gives for a counting clock.
template <class When>
std::optional<Instant> earliest(const MemoryState& state, Instant after, When when) {
  std::optional<Instant> first;
  for (const auto& [id, dossier] : state.cases) {
    if (!dossier.record) continue;
    for (const Deadline& d : dossier.record->deadlines) {
      const std::optional<Instant> at = is_counting(d) ? when(dossier, d) : std::nullopt;
      if (at && *at > after && (!first || *at < *first)) first = at;
    }
  }
  return first;
}

}  // namespace

std::optional<Instant> MemoryReading::next_alert(Instant after) { return earliest(state_, after, open_point); }

std::optional<Instant> MemoryReading::next_due(std::string_view deadline, Instant after) {
  return earliest(state_, after, [&](const Dossier&, const Deadline& d) {
    return d.name == deadline ? std::optional{d.due} : std::nullopt;
  });
}

std::int64_t MemoryReading::count_unalerted(Instant until) {
  return std::ssize(unalerted(until, std::numeric_limits<std::int64_t>::max()));
}

void MemoryReading::each_alert_since(Instant from, const std::function<bool(const engine::Alert&)>& visit) {
  std::vector<engine::Alert> found;
  for (const auto& [id, dossier] : state_.cases)
    for (const auto& a : alerts(id))
      if (a.raised_at >= from) found.push_back(a);
  std::ranges::stable_sort(found, {}, &engine::Alert::raised_at);
  std::ranges::all_of(found, visit);
}

std::int64_t MemoryReading::position() { return std::ssize(state_.log); }

std::vector<std::string> MemoryReading::moved_since(std::int64_t position) {
  std::vector<std::string> ids;
  std::set<std::string> seen;
  for (auto at = static_cast<std::size_t>(position); at < state_.log.size(); ++at)
    if (seen.insert(state_.log[at]).second) ids.push_back(state_.log[at]);
  return ids;
}

void MemoryReading::each_head(const std::function<void(std::string_view, std::int64_t, std::string_view)>& visit) {
  for (const auto& [id, dossier] : state_.cases)
    if (dossier.record) visit(id, dossier.record->revision, dossier.record->head);
}

std::optional<engine::Lease> MemoryReading::lease() { return state_.agenda.lease; }

std::optional<engine::Night> MemoryReading::night(engine::Date day) {
  const auto at = state_.agenda.nights.find(day);
  return at == state_.agenda.nights.end() ? std::nullopt : std::optional{at->second};
}

std::vector<engine::Night> MemoryReading::nights(std::int64_t limit) {
  std::vector<engine::Night> found;
  for (auto at = state_.agenda.nights.rbegin(); at != state_.agenda.nights.rend() && std::ssize(found) < limit; ++at)
    found.push_back(at->second);
  return found;
}

Agenda& MemoryWriting::touch_agenda() {
  if (!agenda_before_) agenda_before_ = state_.agenda;
  return state_.agenda;
}

void MemoryWriting::put_lease(const engine::Lease& lease) {
  auto& stored = touch_agenda().lease;
  const bool other = stored && !lease.owner.empty() && lease.owner != stored->owner;
  if (stored && (lease.fence < stored->fence || (other && lease.fence == stored->fence)))
    refuse("history_refused", "lease: the fencing number grows with every holder.");
  stored = lease;
}

bool MemoryWriting::put_night(const engine::Night& night) {
  return touch_agenda().nights.emplace(night.day, night).second;
}

}  // namespace storage
