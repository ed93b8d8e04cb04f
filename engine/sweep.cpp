#include "engine/sweep.hpp"

#include "engine/error.hpp"
#include "engine/uuid.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <tuple>

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

/// Who is told: the holder, everybody with a role, or who owes what the clock counts, where that is another person.
std::string receiver(const LevelRule& rule, const DeadlineRow& row, Batch& batch, const Process& process) {
  if (rule.tells != "owes") return rule.tells == "holder" ? row.holder : std::string(rule.tells);
  const auto trip = batch.find(row.case_id);
  const std::string owes = trip ? process.owes(trip->record(), row.deadline) : std::string();
  return owes.empty() ? row.holder : owes;
}

/// A level that has fallen due. The standard may no longer have it: it is booked, so that it is not looked at again.
struct Fallen {
  const AlertPoint* point;
  const LevelRule* rule;
  std::string to;
};

std::vector<Fallen> fallen_levels(Batch& batch, const Process& process, const DeadlineRow& row) {
  std::vector<Fallen> fallen;
  for (const AlertPoint& point : row.deadline.points) {
    if (point.at >= batch.now()) continue;
    const LevelRule* rule = find_level(process, row.deadline, point.level);
    fallen.push_back({&point, rule, rule == nullptr ? std::string() : receiver(*rule, row, batch, process)});
  }
  return fallen;
}

/// Each receiver is told of the highest level that has fallen due for them; those before are only recorded
/// (field-lessons rows 35, 36): who must act hears of it, whoever else has to hear of it too.
bool superseded(const Fallen& one, const std::vector<Fallen>& all) {
  return one.rule == nullptr || std::ranges::any_of(all, [&](const Fallen& other) {
           return other.rule != nullptr && other.to == one.to && other.point->at > one.point->at;
         });
}

/// Raises every level of one clock that has fallen due; gives how many are news to people.
std::int64_t raise_levels(Batch& batch, const Process& process, const DeadlineRow& row) {
  std::int64_t raised = 0;
  const Deadline& deadline = row.deadline;
  const auto fallen = fallen_levels(batch, process, row);
  for (const Fallen& one : fallen) {
    const bool silent = superseded(one, fallen);
    const Alert alert{row.case_id, deadline.name, deadline.cycle, one.point->level, deadline.due, one.point->at,
                      batch.now(), one.to,        silent};
    if (!batch.writing().raise(alert) || one.rule == nullptr) continue;
    ++raised;
    if (!silent)
      batch.writing().post(
          {make_uuid(batch.now()), row.case_id, one.to, deadline.name + " " + one.point->level, batch.now()});
  }
  return raised;
}

/// One transaction of the sweep.
template <class Work>
void together(Desk& desk, const SweepOrder& order, Work&& work) {
  desk.together([&](Batch& batch) {
    if (order.guard) order.guard(batch.writing());
    work(batch);
  });
}

bool goes_on(const SweepOrder& order, SweepResult& result) {
  if (order.go_on && !order.go_on()) result.finished = false;
  return result.finished;
}

/// Reads what is due inside the transaction that raises it: an alert never follows a step that was faster
/// (field-lessons rows 48, 49).
void raise_alerts(Desk& desk, const SweepOrder& order, SweepResult& result) {
  for (bool more = true; more && goes_on(order, result);) {
    std::int64_t raised = 0;
    together(desk, order, [&](Batch& batch) {
      raised = 0;
      const auto rows = batch.writing().unalerted(just_before(batch.now()), batch_size);
      for (const DeadlineRow& row : rows) raised += raise_levels(batch, desk.process(), row);
      more = static_cast<std::int64_t>(rows.size()) == batch_size;
    });
    result.alerts_raised += raised;
  }
}

using Rows = std::span<const DeadlineRow>;
using ClockKey = std::tuple<std::string, std::string, int>;

ClockKey key_of(const DeadlineRow& row) { return {row.case_id, row.deadline.name, row.deadline.cycle}; }

/// Lets one passed limit take its effect, at the instant it passed. The clock is looked at again under the writer lock.
void pass(Batch& batch, const DeadlineRow& row, const DeadlineKind& kind, SweepResult& result) {
  auto trip = batch.find(row.case_id);
  if (!trip) return;
  Actor engine_itself{"system", row.centre, {"system"}};
  const Instant at = std::max(row.deadline.due, trip->record().last_occurred_at);
  auto answer = trip->step({std::string(kind.event_when_due),
                            {{"deadline", row.deadline.name}},
                            std::move(engine_itself),
                            at,
                            Origin::System,
                            {}});
  if (const auto* refusal = std::get_if<Refusal>(&answer)) {
    result.faults.push_back({row.case_number, refusal->code});
    return;
  }
  trip->store();
  for (const Telling& telling : std::get<Taken>(answer).tell)
    batch.writing().post({make_uuid(batch.now()), trip->record().id, telling.to, telling.subject, batch.now()});
  ++result.events;
}

void add(SweepResult& result, SweepResult&& part) {
  result.events += part.events;
  std::move(part.faults.begin(), part.faults.end(), std::back_inserter(result.faults));
}

/// Many cases in one transaction; if one of them cannot be moved, each in its own: it never stops the rest. This is the
/// one place that catches in the middle.
void let_pass(Desk& desk, Rows rows, const DeadlineKind& kind, const SweepOrder& order, SweepResult& result) {
  SweepResult part;
  try {
    together(desk, order, [&](Batch& batch) {
      part = {};
      for (const DeadlineRow& row : rows) pass(batch, row, kind, part);
    });
    add(result, std::move(part));
  } catch (const Error& error) {
    if (error.kind() == Error::Kind::Busy) throw;
    if (rows.size() == 1) return result.faults.push_back({rows.front().case_number, error.what()});
    for (std::size_t n = 0; n < rows.size(); ++n) let_pass(desk, rows.subspan(n, 1), kind, order, result);
  }
}

/// What stays in the list after its turn cannot be moved and is passed over, however many such there are.
void let_limits_pass(Desk& desk, const DeadlineKind& kind, const SweepOrder& order, SweepResult& result) {
  std::set<ClockKey> tried, stuck;
  for (bool news = true; news && goes_on(order, result);) {
    std::vector<DeadlineRow> rows;
    desk.store().read([&](Reading& reading) {
      const auto limit = batch_size + static_cast<std::int64_t>(stuck.size());
      rows = reading.expired(kind.name, just_before(desk.now()), limit);
    });
    news = false;
    std::erase_if(rows, [&](const DeadlineRow& row) {
      if (tried.insert(key_of(row)).second) return false;
      news = stuck.insert(key_of(row)).second || news;
      return true;
    });
    if (rows.empty()) continue;
    let_pass(desk, rows, kind, order, result);
    news = true;
  }
}

}  // namespace

SweepResult sweep(Desk& desk, const SweepOrder& order) {
  SweepResult result;
  for (const DeadlineKind& kind : desk.process().deadline_kinds())
    if (!kind.event_when_due.empty()) let_limits_pass(desk, kind, order, result);
  raise_alerts(desk, order, result);
  return result;
}

}  // namespace engine
