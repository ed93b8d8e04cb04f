#pragma once

#include "engine/desk.hpp"
#include "engine/store.hpp"
#include "engine/sweep.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// How the clocks of one name stand. `open` runs and is not overdue.
struct Tally {
  std::int64_t on_time = 0, late = 0, open = 0, overdue = 0, stopped = 0;
  friend bool operator==(const Tally&, const Tally&) = default;
};

/// The standard's clocks by name, as they are counted; with a sight only those of the centres reached. What runs stands
/// as open: see `count_overdue`.
[[nodiscard]] std::map<std::string, Tally> tallies(const Process& process, std::span<const ClockCount> counts,
                                                   const Sight* sight = nullptr);
/// One of the open clocks is overdue.
void count_overdue(Tally& tally);

/// What the nightly run, the dashboard and `check` say.
struct CheckReport {
  Instant as_of;
  std::int64_t open_cases = 0;
  std::map<std::string, Tally> summary;      // the standard's clocks, by name
  std::vector<DeadlineRow> overdue;          // the standard's clocks, oldest due first
  std::vector<DeadlineRow> due_soon;         // warned about, not overdue
  std::vector<DeadlineRow> limits_overdue;   // limits within the process
  std::vector<DeadlineRow> limits_due_soon;  // of them, warned about and not overdue
  std::string calendar_revision;
  std::optional<Date> provisional_from;  // the first day that no published calendar covers
  std::int64_t provisional = 0;          // running clocks that reach into an unpublished year
  std::int64_t alerts_raised = 0;
};

/// By which time a question about the past is answered.
enum class AsOf { Occurred, Recorded };

/// How the clocks stand now, from the projections: cost follows what is due, not what is open. Writes nothing. With an
/// actor only what the actor may see: rows of the actor's own cases and of the centres reached, counts of the latter.
[[nodiscard]] CheckReport check_now(Desk& desk, const Actor* actor = nullptr);

/// How they stood at an instant, from the history as it happened (or as it was known) then. Writes nothing. With an
/// actor only the cases that the actor may see.
[[nodiscard]] CheckReport check_at(Desk& desk, Instant at, AsOf basis, const Actor* actor = nullptr);

/// Every clock of every case (that the actor may see) at an instant, in the order of cases, limits within the process
/// included.
void each_deadline_at(Desk& desk, Instant at, AsOf basis, const std::function<bool(const DeadlineRow&)>& visit,
                      const Actor* actor = nullptr);

}  // namespace engine
