#include "engine/check.hpp"
#include "engine/error.hpp"
#include "engine/uuid.hpp"

#include <algorithm>
#include <set>

namespace engine {
namespace {

constexpr std::int64_t batch_size = 100;  // a storm of due clocks must not keep others from writing

/// Met at the due instant is in time, so a clock has passed only after it.
Instant just_before(Instant now) { return now - Milliseconds(1); }

const LevelRule* find_level(const Process& process, const Deadline& deadline, std::string_view level) {
  for (const DeadlineKind& kind : process.deadline_kinds())
    if (kind.name == deadline.name)
      for (const LevelRule& rule : kind.levels)
        if (rule.level == level) return &rule;
  return nullptr;
}

std::string receiver(const LevelRule& rule, const DeadlineRow& row) {
  return rule.tells == "holder" ? row.holder : std::string(rule.tells);
}

/// The instant of the highest level that has fallen due: the levels of that instant are told, those before are only
/// recorded (field-lessons rows 35, 36).
Instant told_instant(const std::vector<AlertPoint>& points, Instant now) {
  Instant latest = Instant::min();
  for (const AlertPoint& point : points)
    if (point.at < now) latest = std::max(latest, point.at);
  return latest;
}

/// Raises every level of one clock that has fallen due; gives how many are news to people. A level that the standard no
/// longer has is booked as superseded, so that it is neither told nor looked at again.
std::int64_t raise_levels(Batch& batch, const Process& process, const DeadlineRow& row) {
  std::int64_t raised = 0;
  const Deadline& deadline = row.deadline;
  const Instant told = told_instant(deadline.points, batch.now());
  for (const AlertPoint& point : deadline.points) {
    if (point.at > told) continue;
    const LevelRule* rule = find_level(process, deadline, point.level);
    const bool superseded = rule == nullptr || point.at < told;
    const std::string to = rule == nullptr ? std::string() : receiver(*rule, row);
    const Alert alert{row.case_id, deadline.name, deadline.cycle, point.level, deadline.due, point.at, batch.now(),
                      to,          superseded};
    if (!batch.writing().raise(alert) || rule == nullptr) continue;
    ++raised;
    if (!superseded)
      batch.writing().post({make_uuid(batch.now()), row.case_id, to, deadline.name + " " + point.level, batch.now()});
  }
  return raised;
}

/// Reads what is due inside the transaction that raises it: an alert never follows a step that was faster
/// (field-lessons rows 48, 49).
void raise_alerts(Desk& desk, SweepResult& result) {
  for (bool more = true; more;) {
    desk.together([&](Batch& batch) {
      const auto rows = batch.writing().unalerted(just_before(batch.now()), batch_size);
      for (const DeadlineRow& row : rows) result.alerts_raised += raise_levels(batch, desk.process(), row);
      more = static_cast<std::int64_t>(rows.size()) == batch_size;
    });
  }
}

using ClockKey = std::tuple<std::string, std::string, int>;

ClockKey key_of(const DeadlineRow& row) { return {row.case_id, row.deadline.name, row.deadline.cycle}; }

/// Lets one passed limit take its effect, at the instant it passed. The clock is looked at again under the writer lock.
void let_pass(Desk& desk, const DeadlineRow& row, const DeadlineKind& kind, SweepResult& result) {
  Actor engine_itself{"system", row.centre, {"system"}};
  Happening happening{std::string(kind.event_when_due),
                      {{"deadline", row.deadline.name}},
                      std::move(engine_itself),
                      row.deadline.due,
                      Origin::System,
                      {}};
  desk.together([&](Batch& batch) {
    auto trip = batch.find(row.case_id);
    if (!trip) return;
    happening.occurred_at = std::max(row.deadline.due, trip->record().last_occurred_at);
    auto answer = trip->step(happening);
    if (const auto* refusal = std::get_if<Refusal>(&answer)) {
      result.faults.push_back({row.case_number, refusal->code});
      return;
    }
    trip->store();
    ++result.events;
  });
}

/// One case that cannot be moved never stops the rest: this is the one place that catches in the middle.
void let_limits_pass(Desk& desk, const DeadlineKind& kind, SweepResult& result) {
  std::set<ClockKey> seen;
  for (bool news = true; news;) {
    news = false;
    std::vector<DeadlineRow> rows;
    desk.store().read([&](Reading& reading) {
      const auto limit = batch_size + static_cast<std::int64_t>(seen.size());
      rows = reading.expired(kind.name, just_before(desk.now()), limit);
    });
    for (const DeadlineRow& row : rows) {
      if (!seen.insert(key_of(row)).second) continue;
      news = true;
      try {
        let_pass(desk, row, kind, result);
      } catch (const Error& error) {
        if (error.kind() == Error::Kind::Busy) throw;
        result.faults.push_back({row.case_number, error.what()});
      }
    }
  }
}

}  // namespace

SweepResult sweep(Desk& desk) {
  SweepResult result;
  for (const DeadlineKind& kind : desk.process().deadline_kinds())
    if (!kind.event_when_due.empty()) let_limits_pass(desk, kind, result);
  raise_alerts(desk, result);
  return result;
}

}  // namespace engine
