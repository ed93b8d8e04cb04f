#include "engine/schedule/scheduler.hpp"

#include "engine/time/text.hpp"

#include <algorithm>

namespace engine {
namespace {

using namespace std::chrono_literals;
using Kind = ScheduleNews::Kind;

/// However far the next instant is: a wall clock that was set is noticed after so long at the latest.
constexpr Milliseconds longest_wait = 30s;
/// A case that cannot be moved is tried again after so long, or when anything changes.
constexpr Milliseconds stuck_wait = 10min;
constexpr Milliseconds first_patience = 1s;
constexpr Milliseconds clock_tolerance = 1s;
/// A clock that does not move (a practice one) must not be waited for in circles.
constexpr Milliseconds standing_after = 100ms;

/// Met at the instant itself is in time: it has passed one millisecond later.
void take_earlier(std::optional<Instant>& next, std::optional<Instant> point) {
  if (point && (!next || *point + 1ms < *next)) next = *point + 1ms;
}

}  // namespace

Scheduler::Scheduler(Desk& desk, Alarm& alarm, std::string owner, Tell tell, LeaseKeeper::Gone gone)
    : desk_(desk),
      alarm_(alarm),
      tell_(std::move(tell)),
      keeper_(desk.store(), std::move(owner), std::move(gone)),
      patience_(first_patience) {}

/// What is due or coming. Limits that could not be moved a moment ago do not count as due.
void Scheduler::look_at_clocks(Reading& reading, Instant now, Ahead& ahead) const {
  const auto point = reading.next_alert(Instant::min());
  ahead.due = point && *point < now;
  take_earlier(ahead.next, point);
  const Instant from = passed_over_ && alarm_.uptime() < try_again_ ? *passed_over_ : Instant::min();
  for (const DeadlineKind& kind : desk_.process().deadline_kinds()) {
    if (kind.event_when_due.empty()) continue;
    const auto due = reading.next_due(kind.name, from);
    ahead.due = ahead.due || (due && *due < now);
    take_earlier(ahead.next, due);
  }
}

Scheduler::Ahead Scheduler::look(Instant now) {
  Ahead ahead;
  desk_.store().read([&](Reading& reading) {
    look_at_clocks(reading, now, ahead);
    const NightTimes times = night_times(reading, *desk_.world(reading));
    ahead.night = night_wanted(reading, times, now).has_value();
    const Instant night = next_night(reading, times, now);
    if (!ahead.next || night < *ahead.next) ahead.next = night;
  });
  return ahead;
}

bool Scheduler::keep_lease(Instant now) {
  const bool held_before = keeper_.held();
  const bool held = keeper_.keep(now, alarm_.uptime());
  if (held && !held_before) tell_({Kind::LeaseTaken, keeper_.fence(), 0, {}});
  if (!held && held_before) tell_({Kind::LeaseLost, 0, 0, keeper_.holder()});
  if (!held && !held_before && !told_standby_) tell_({Kind::Standby, 0, 0, keeper_.holder()});
  told_standby_ = !held;
  return held;
}

/// The lease is shown in every transaction and kept alive between two of them, however long the sweep takes.
SweepOrder Scheduler::order() {
  return {[this](Writing& writing) { keeper_.require(writing); },
          [this] { return !alarm_.stop_requested() && keep_lease(desk_.now()); }};
}

void Scheduler::tell_faults(std::vector<SweepFault> faults) {
  for (const SweepFault& fault : faults)
    if (std::ranges::find(told_faults_, fault) == told_faults_.end())
      tell_({Kind::CaseFault, 0, 0, fault.case_number + ": " + fault.what});
  told_faults_ = std::move(faults);
}

void Scheduler::sweep_now() {
  const Instant began = desk_.now();
  SweepResult swept = sweep(desk_, order());
  keeper_.note_sweep(began, std::ssize(swept.faults));
  if (swept.alerts_raised > 0 || swept.events > 0) tell_({Kind::Swept, swept.alerts_raised, swept.events, {}});
  passed_over_ = swept.faults.empty() ? std::nullopt : std::optional(began);
  try_again_ = alarm_.uptime() + stuck_wait;
  tell_faults(std::move(swept.faults));
}

void Scheduler::make_night() {
  const NightRun run = run_night(desk_, keeper_.owner(), order());
  if (run.made) tell_({Kind::NightMade, 0, 0, format_date(run.night.day)});
}

void Scheduler::work(const Ahead& ahead) {
  if (ahead.due) sweep_now();
  if (ahead.night) make_night();
}

/// A clock that was set back re-arms nothing: what was raised stays raised, and what is due again is found raised.
void Scheduler::watch_clock(Instant now) {
  const Milliseconds uptime = alarm_.uptime();
  if (last_turn_ && now + clock_tolerance < *last_turn_) tell_({Kind::ClockBack, (*last_turn_ - now).count(), 0, {}});
  if (!last_turn_ || now > *last_turn_) moved_on_ = uptime;
  floor_ = uptime - moved_on_ > standing_after ? 1s : 1ms;
  last_turn_ = now;
}

Milliseconds Scheduler::until(std::optional<Instant> next, Instant now) const {
  Milliseconds wait = std::min(longest_wait, keeper_.next_beat() - alarm_.uptime());
  if (next) wait = std::min(wait, *next - now);
  return std::max(wait, floor_);
}

Milliseconds Scheduler::turn() {
  const Instant now = desk_.now();
  watch_clock(now);
  if (!keep_lease(now)) return until({}, now);
  Ahead ahead = look(now);
  if (ahead.due || ahead.night) {
    work(ahead);
    ahead = look(desk_.now());
  }
  return until(ahead.next, desk_.now());
}

void Scheduler::end() {
  keeper_.give_back(desk_.now());
  tell_({Kind::Ended, 0, 0, {}});
}

void Scheduler::recover(const Error& error) {
  if (error.code() == "database_replaced") throw;
  tell_({Kind::Fault, 0, 0, error.what()});
}

/// Whatever the world does, the next turn comes.
Alarm::Woke Scheduler::one_round() {
  Milliseconds wait = patience_;
  try {
    wait = turn();
    patience_ = first_patience;
  } catch (const LeaseLost& lost) {
    keeper_.note_lost();
    tell_({Kind::LeaseLost, 0, 0, lost.to});
  } catch (const Error& error) {
    recover(error);
    patience_ = std::min(patience_ * 2, longest_wait);
  }
  const auto woke = alarm_.wait(wait);
  if (woke == Alarm::Woke::Change) passed_over_.reset();
  return woke;
}

void Scheduler::run() {
  while (one_round() != Alarm::Woke::Stop) continue;
  try {
    end();
  } catch (const Error& error) {
    recover(error);
  }
}

}  // namespace engine
