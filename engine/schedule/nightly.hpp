#pragma once

#include "engine/schedule/night.hpp"
#include "engine/sweep.hpp"
#include "engine/time/zone.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// The setting that says at which local time the night's run is due, "HH:MM"; where it is not set, half past midnight.
inline constexpr std::string_view key_nightly_at = "nightly.at";

/// When the nights of an organisation are due: at one local time of its top centre's zone. On a day that leaves that
/// time out the run is due an hour later, on one that has it twice at the first (field-lessons row 39).
class NightTimes {
 public:
  NightTimes(Zone zone, Milliseconds after_midnight) : zone_(std::move(zone)), after_midnight_(after_midnight) {}

  [[nodiscard]] Instant due(Date day) const { return zone_.to_instant(LocalTime{day} + after_midnight_); }
  /// The last night that is due at `now`.
  [[nodiscard]] Date last(Instant now) const;
  /// By value, for it is asked of temporaries.
  [[nodiscard]] Zone zone() const { return zone_; }

 private:
  Zone zone_;
  Milliseconds after_midnight_;
};

/// Reads "HH:MM"; nothing if it is no time of day.
[[nodiscard]] std::optional<Milliseconds> read_time_of_day(std::string_view text);
[[nodiscard]] NightTimes night_times(Reading& reading, const World& world);

/// The run that is wanted at an instant: its day, and the first of the nights before it that had none. Nothing if the
/// last night that is due was run already, or a later one was: a clock set back makes no second run.
struct NightWanted {
  Date day;
  std::optional<Date> missed_from;
};
[[nodiscard]] std::optional<NightWanted> night_wanted(Reading& reading, const NightTimes& times, Instant now);
/// When the next run will be due, after what has been run so far.
[[nodiscard]] Instant next_night(Reading& reading, const NightTimes& times, Instant now);

/// Makes the run that is wanted, if one is: sweeps, then says how everything stands and keeps it under the local date.
/// Several missed nights are caught up by one run that names them: what was not looked at then is not made up now
/// (`check --at` answers for any instant from history). Gives the last night's run, made now or before, and whether it
/// is new. Two runs at once make one report.
struct NightRun {
  Night night;
  bool made = false;
};
[[nodiscard]] NightRun run_night(Desk& desk, const std::string& owner, const SweepOrder& order = {});

}  // namespace engine
