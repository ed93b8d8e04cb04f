#include "engine/counting.hpp"

#include "engine/time/days.hpp"
#include "engine/time/due.hpp"

#include <algorithm>
#include <cassert>

namespace engine {
namespace {

const DeadlineKind& kind_of(const Process& process, std::string_view name) {
  const auto& kinds = process.deadline_kinds();
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const DeadlineKind& kind) { return kind.name == name; });
  assert(found != kinds.end());
  return *found;
}

const Deadline* find(const std::vector<Deadline>& deadlines, std::string_view name, int cycle) {
  for (const Deadline& deadline : deadlines)
    if (deadline.cycle == cycle && deadline.name == name) return &deadline;
  return nullptr;
}

/// The pauses of a clock that runs (again) at `until`.
Pauses pauses_of(const Deadline& deadline, Instant until) {
  std::vector<PausedSpan> pauses;
  for (const Standstill& still : deadline.pauses)
    if (const Instant to = still.to.value_or(until); still.from < to) pauses.push_back({still.from, to});
  return pauses;
}

/// What a clock is counted from.
struct Count {
  const Rule& rule;
  Instant start;
  const Pauses& pauses;
};

Instant opening_of_counted_day(int n, const Count& count, const Site& site) {
  const Due day = due(WorkingDays{n}, count.start, site, count.pauses);
  return opening_of(site, day.date);
}

/// The last working day on or before the n-th day, so that the promise is kept without using the roll-over.
Instant opening_of_calendar_day(int n, const Count& count, const Site& site) {
  const Date date = site.zone().date(count.start) + std::chrono::days(n);
  return opening_of(site, working_day_on_or_before(site, date));
}

Instant opening_before_due(int n, Instant due_at, const Count& count, const Site& site) {
  const Date date = site.zone().date(due_at) - std::chrono::days(n);
  return std::max(count.start, opening_of(site, working_day_on_or_before(site, date)));
}

Instant instant_of(const LevelRule& level, Instant due_at, const Count& count, const Site& site) {
  using Basis = LevelRule::Basis;
  switch (level.basis) {
    case Basis::ClockAfterStart: {
      Rule shorter = count.rule;
      if (auto* clock = std::get_if<ClockTime>(&shorter)) clock->minutes = level.minutes;
      if (auto* open = std::get_if<OpenTime>(&shorter)) open->seconds = level.minutes;
      return due(shorter, count.start, site, count.pauses).at;
    }
    case Basis::WorkingDayOpening: return opening_of_counted_day(level.days, count, site);
    case Basis::CalendarDay: return opening_of_calendar_day(level.days, count, site);
    case Basis::DayBeforeDue: return opening_before_due(level.days, due_at, count, site);
    case Basis::OpenAfterDue: return due(OpenTime{level.minutes}, due_at, site).at;
    case Basis::AtDue: break;
  }
  return due_at;
}

/// The levels in order of time: a warning is never later than the due instant, a level never later than the next
/// (field-lessons row 19).
std::vector<AlertPoint> points_of(const DeadlineKind& kind, Instant due_at, const Count& count, const Site& site) {
  std::vector<AlertPoint> points;
  points.reserve(kind.levels.size());
  for (const LevelRule& level : kind.levels) {
    Instant at = instant_of(level, due_at, count, site);
    if (level.basis != LevelRule::Basis::OpenAfterDue) at = std::min(at, due_at);
    if (!points.empty()) at = std::max(at, points.back().at);
    points.push_back({std::string(level.level), at});
  }
  return points;
}

void count_into(ClockEntry& entry, const DeadlineKind& kind, const Count& count, const Site& site) {
  const Due found = due(count.rule, count.start, site, count.pauses);
  entry.due = found.at;
  entry.provisional = found.standing == Standing::Provisional;
  entry.calendar_revision = found.calendar_revision;
  entry.points = points_of(kind, found.at, count, site);
}

ClockEntry started(const ClockChange& change, const DeadlineKind& kind, const Site& site) {
  ClockEntry entry;
  entry.standard = kind.standard;
  entry.rule_version = change.rule_version;
  entry.rule = to_text(change.rule);
  count_into(entry, kind, {change.rule, change.at, {}}, site);
  return entry;
}

ClockEntry resumed(const ClockChange& change, const DeadlineKind& kind, const Deadline& deadline, const Site& site) {
  ClockEntry entry;
  const Rule rule = rule_from(deadline.rule);
  const Pauses pauses = pauses_of(deadline, change.at);
  count_into(entry, kind, {rule, deadline.start, pauses}, site);
  return entry;
}

ClockEntry::Op op_of(ClockChange::Op op) {
  constexpr std::array ops{ClockEntry::Op::Start, ClockEntry::Op::Meet, ClockEntry::Op::Stop, ClockEntry::Op::Pause,
                           ClockEntry::Op::Resume};
  return ops[static_cast<std::size_t>(op)];
}

}  // namespace

ClockEntry counted(const ClockChange& change, const Process& process, const std::vector<Deadline>& deadlines,
                   const Site& site) {
  const DeadlineKind& kind = kind_of(process, change.deadline);
  ClockEntry entry;
  if (change.op == ClockChange::Op::Start) entry = started(change, kind, site);
  if (change.op == ClockChange::Op::Resume) {
    const Deadline* deadline = find(deadlines, change.deadline, change.cycle);
    assert(deadline != nullptr);
    entry = resumed(change, kind, *deadline, site);
  }
  entry.op = op_of(change.op);
  entry.deadline = change.deadline;
  entry.cycle = change.cycle;
  entry.at = change.at;
  return entry;
}

std::optional<ClockEntry> counted_again(const Deadline& deadline, const Process& process, const Site& site,
                                        Instant now) {
  if (!deadline.running()) return {};
  ClockEntry entry;
  const Rule rule = rule_from(deadline.rule);
  const Pauses pauses = pauses_of(deadline, now);
  count_into(entry, kind_of(process, deadline.name), {rule, deadline.start, pauses}, site);
  if (entry.due == deadline.due && entry.provisional == deadline.provisional) return {};
  entry.op = ClockEntry::Op::Recount;
  entry.deadline = deadline.name;
  entry.cycle = deadline.cycle;
  entry.at = now;
  return entry;
}

}  // namespace engine
