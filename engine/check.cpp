#include "engine/check.hpp"

#include "engine/case_fold.hpp"

#include <algorithm>

namespace engine {
namespace {

bool is_standard(const Process& process, std::string_view deadline) {
  const auto& kinds = process.deadline_kinds();
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const DeadlineKind& kind) { return kind.standard && kind.name == deadline; });
}

CheckReport empty_report(Desk& desk, Reading& reading, Instant as_of) {
  CheckReport report;
  report.as_of = as_of;
  report.summary = tallies(desk.process(), {});
  const auto world = desk.world(reading);
  report.calendar_revision = world->default_site().calendar().revision();
  report.provisional_from = world->default_site().calendar().provisional_from();
  return report;
}

bool warned(const Deadline& deadline, Instant at) {
  return !deadline.points.empty() && deadline.points.front().at <= at;
}

/// Puts one running clock where it belongs; gives whether it is overdue.
bool sort_in(CheckReport& report, const DeadlineRow& row, Instant at) {
  const bool overdue = status(row.deadline, at) == DeadlineStatus::Overdue;
  const bool promise = row.deadline.standard;
  if (overdue)
    (promise ? report.overdue : report.limits_overdue).push_back(row);
  else if (warned(row.deadline, at))
    (promise ? report.due_soon : report.limits_due_soon).push_back(row);
  return overdue;
}

void count_in(Tally& tally, DeadlineStatus status) {
  switch (status) {
    case DeadlineStatus::OnTime: ++tally.on_time; break;
    case DeadlineStatus::Late: ++tally.late; break;
    case DeadlineStatus::Open: ++tally.open; break;
    case DeadlineStatus::Overdue: ++tally.overdue; break;
    case DeadlineStatus::Stopped: ++tally.stopped; break;
  }
}

DeadlineRow row_of(const CaseRecord& record, const Deadline& deadline) {
  return {record.id, record.number, record.ref, record.holder, record.centre, record.state, deadline};
}

/// What is left of a clock at an earlier instant: the fold stopped there, so only later ends need no undoing.
void add_case(CheckReport& report, const CaseRecord& record, Instant at) {
  if (record.open) ++report.open_cases;
  for (const Deadline& deadline : record.deadlines) {
    if (deadline.running()) {
      sort_in(report, row_of(record, deadline), at);
      if (deadline.provisional) ++report.provisional;
    }
    if (deadline.standard) count_in(report.summary[deadline.name], status(deadline, at));
  }
}

bool by_due(const DeadlineRow& a, const DeadlineRow& b) {
  return std::tie(a.deadline.due, a.case_id, a.deadline.name) < std::tie(b.deadline.due, b.case_id, b.deadline.name);
}

/// Visits every case as it stood at `at`: the fold of its entries up to then. Their times grow along a history, but for
/// an entry beside the way (a note), which a late entry may follow.
template <class Visit>
void each_case_at(Reading& reading, const Process& process, Instant at, AsOf basis, Visit&& visit) {
  CaseFold fold(process);
  std::string current;
  bool beyond = false;
  const auto finish = [&] { return fold.record().revision == 0 || visit(fold.project()); };
  const bool all = reading.each_entry([&](const HistoryEntry& entry) {
    if (entry.case_id != current) {
      if (!finish()) return false;
      fold = CaseFold(process);
      current = entry.case_id;
      beyond = false;
    }
    const bool later = (basis == AsOf::Occurred ? entry.occurred_at : entry.recorded_at) > at;
    const bool passed_over = later && basis == AsOf::Occurred && process.stands_beside(entry.event);
    beyond = beyond || (later && !passed_over);
    if (!beyond && !later) fold.apply(entry);
    return true;
  });
  if (all) finish();
}

/// Nothing if all is seen, so that whoever reaches every centre pays for nothing.
std::optional<Sight> sight_of(Desk& desk, Reading& reading, const Actor* actor) {
  if (actor == nullptr) return {};
  auto sight = desk.sight(reading, *actor);
  return sight.everything() ? std::nullopt : std::optional(std::move(sight));
}

/// The counts that are kept know no reach; whoever reaches a few centres has few cases.
void count_open(CheckReport& report, Desk& desk, Reading& reading, const Sight& sight) {
  CaseFilter filter;
  const auto world = desk.world(reading);
  for (const Centre& centre : world->centres()) {
    if (!sight.centre(centre.id)) continue;
    filter.centre = centre.id;
    reading.each_case(filter, [&](const CaseRecord& record) {
      ++report.open_cases;
      for (const Deadline& deadline : record.deadlines)
        if (deadline.running() && deadline.provisional) ++report.provisional;
      return true;
    });
  }
}

}  // namespace

std::map<std::string, Tally> tallies(const Process& process, std::span<const ClockCount> counts, const Sight* sight) {
  std::map<std::string, Tally> found;
  for (const DeadlineKind& kind : process.deadline_kinds())
    if (kind.standard) found[std::string(kind.name)];
  for (const ClockCount& count : counts) {
    if (!is_standard(process, count.deadline) || (sight != nullptr && !sight->centre(count.centre))) continue;
    Tally& tally = found[count.deadline];
    tally.on_time += count.on_time;
    tally.late += count.late;
    tally.open += count.running;
    tally.stopped += count.stopped;
  }
  return found;
}

void count_overdue(Tally& tally) {
  ++tally.overdue;
  --tally.open;
}

CheckReport check_now(Desk& desk, const Actor* actor) {
  const Instant now = desk.now();
  CheckReport report;
  desk.store().read([&](Reading& reading) {
    report = empty_report(desk, reading, now);
    const auto sight = sight_of(desk, reading, actor);
    report.summary = tallies(desk.process(), reading.clock_counts(), sight ? &*sight : nullptr);
    reading.each_warned(now, [&](const DeadlineRow& row) {
      if (sight && !sight->sees(reading, row)) return true;
      const bool counted = !sight || sight->centre(row.centre);
      if (sort_in(report, row, now) && row.deadline.standard && counted)
        count_overdue(report.summary[row.deadline.name]);
      return true;
    });
    if (sight) return count_open(report, desk, reading, *sight);
    report.open_cases = reading.open_cases();
    report.provisional = reading.provisional_clocks();
  });
  return report;
}

CheckReport check_at(Desk& desk, Instant at, AsOf basis, const Actor* actor) {
  CheckReport report;
  desk.store().read([&](Reading& reading) {
    report = empty_report(desk, reading, at);
    const auto sight = sight_of(desk, reading, actor);
    each_case_at(reading, desk.process(), at, basis, [&](const CaseRecord& record) {
      if (!sight || sight->sees(record)) add_case(report, record, at);
      return true;
    });
  });
  for (auto* rows : {&report.overdue, &report.due_soon, &report.limits_overdue, &report.limits_due_soon})
    std::sort(rows->begin(), rows->end(), by_due);
  return report;
}

void each_deadline_at(Desk& desk, Instant at, AsOf basis, const std::function<bool(const DeadlineRow&)>& visit,
                      const Actor* actor) {
  desk.store().read([&](Reading& reading) {
    const auto sight = sight_of(desk, reading, actor);
    each_case_at(reading, desk.process(), at, basis, [&](const CaseRecord& record) {
      if (sight && !sight->sees(record)) return true;
      for (const Deadline& deadline : record.deadlines)
        if (!visit(row_of(record, deadline))) return false;
      return true;
    });
  });
}

}  // namespace engine
