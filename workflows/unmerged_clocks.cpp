#include "workflows/unmerged_clocks.hpp"

#include "engine/clock_text.hpp"
#include "workflows/facts.hpp"

#include <algorithm>
#include <optional>

namespace workflows {
namespace {

using engine::ClockChange;
using engine::Deadline;
using Op = ClockChange::Op;
using Changes = std::vector<ClockChange>;

std::optional<Limit> limit_named(std::string_view word) {
  for (std::size_t i = 0; i < limit_count; ++i)
    if (name(static_cast<Limit>(i)) == word) return static_cast<Limit>(i);
  return {};
}

/// The merge was the last to stop anything.
std::optional<Instant> merged_at(const std::vector<Deadline>& deadlines) {
  std::optional<Instant> last;
  for (const Deadline& deadline : deadlines)
    if (deadline.stopped) last = std::max(last.value_or(*deadline.stopped), *deadline.stopped);
  return last;
}

/// Counted with the pauses it had; one that stood at the merge stands since then.
void run_on(Changes& changes, Limit limit, const Deadline& deadline, Instant now) {
  const auto change = [&](Op op, Instant at) { return ClockChange{op, name(limit), deadline.cycle, at, {}, {}}; };
  ClockChange started = change(Op::Start, deadline.start);
  started.rule = engine::rule_from(deadline.rule);
  started.rule_version = deadline.rule_version;
  changes.push_back(started);
  if (deadline.pauses.empty()) return;
  changes.push_back(change(Op::Resume, now));
  if (deadline.pauses.back().to == deadline.stopped) changes.push_back(change(Op::Pause, *deadline.stopped));
}

}  // namespace

Changes restored_clocks(const Effects& effects, const Making& making) {
  Changes changes;
  LimitSet restored = set_of(Limit::Handoff) | set_of(Limit::Referee);
  const auto& deadlines = making.around.record->deadlines;
  const auto merged = merged_at(deadlines);
  for (const Deadline& deadline : deadlines) {
    const auto limit = limit_named(deadline.name);
    const bool void_now = limit == Limit::Handoff || limit == Limit::Referee;
    if (!limit || void_now || deadline.met || !deadline.stopped || deadline.stopped != merged) continue;
    run_on(changes, *limit, deadline, making.told.at);
    restored |= set_of(*limit);
  }
  Effects missing;
  missing.start = effects.start & ~restored;
  for (ClockChange& change : clock_changes(missing, making)) changes.push_back(change);
  return changes;
}

Changes own_clocks(const Making& making) {
  if (making.facts.absorbed.size() > 1) return {};
  const Instant own = own_reception(making);
  for (const Deadline& deadline : making.around.record->deadlines)
    if (deadline.running() && deadline.name == name(Limit::Plan) && deadline.start < own)
      return {{Op::Start, name(Limit::Plan), deadline.cycle, own, making.standard.of(Limit::Plan).rule,
               making.standard.version}};
  return {};
}

Instant own_reception(const Making& making) {
  for (const Deadline& deadline : making.around.record->deadlines)
    if (deadline.name == name(Limit::Reception) && deadline.met) return *deadline.met;
  return {};
}

}  // namespace workflows
