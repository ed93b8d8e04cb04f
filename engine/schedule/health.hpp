#pragma once

#include "engine/schedule/lease.hpp"
#include "engine/store.hpp"
#include "engine/world.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What only the machine knows of a database: asked at the edge, judged here.
struct GroundState {
  std::int64_t free_bytes = 0;  // on the database's disk, for this user
  bool writable = true;         // the file and its folder
};

/// One thing that is wrong, with what to do about it.
struct HealthFinding {
  std::string code;               // stable word for programs, e.g. "scheduler_dead"
  std::string message;            // message id with {0} {1} ...
  std::vector<std::string> args;  // what goes into the placeholders
};

/// So many running limits are overdue by more than the band before and at most by this one.
struct AgeBand {
  Milliseconds up_to;  // Milliseconds::max(): any age beyond
  std::int64_t count = 0;
};

/// How the part of the program that watches the clocks is. Boards turn red when it is not healthy.
struct Health {
  Instant as_of;
  std::vector<HealthFinding> findings;  // empty: healthy
  std::optional<Lease> lease;           // the last sign of life of whoever raises alerts
  std::int64_t unraised = 0;            // clocks whose alert point has passed without an alert
  std::optional<Instant> oldest_unraised;
  std::int64_t overdue = 0;  // running limits that have passed, those within the process included
  std::optional<Instant> oldest_overdue;
  std::array<AgeBand, 6> overdue_ages;  // up to an hour, a day, three, seven, thirty, beyond
  std::optional<Date> last_night;       // the last run of the night
  GroundState ground;

  [[nodiscard]] bool healthy() const { return findings.empty(); }
};

/// A disk with less room than this is nearly full.
inline constexpr std::int64_t least_free_bytes = std::int64_t{100} << 20U;

/// Judges what is stored: a scheduler without a sign of life for two periods, alerts that nobody raised for as long, a
/// clock set back, cases that could not be moved, a night without a run, a disk nearly full or not writable. Cost
/// follows what is due. Writes nothing, reads no clock.
[[nodiscard]] Health health(Reading& reading, const World& world, Instant now, const GroundState& ground);

}  // namespace engine
