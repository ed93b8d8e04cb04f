#pragma once

#include "engine/time/pauses.hpp"
#include "engine/time/site.hpp"

#include <optional>
#include <vector>

namespace engine {

/// Half-open: at the closing instant the site is closed.
bool is_open(const Site& site, Instant at);

/// The earliest instant at or after `at` at which the site is open and nothing is paused. Throws `Error` (Fault,
/// "no_open_time") when there is none within twenty years.
Instant next_opening(const Site& site, Instant at, const Pauses& pauses = {});

/// Open time in [start, end) without the pauses; 0 when `end` is not after `start`.
Milliseconds elapsed(const Site& site, Instant start, Instant end, const Pauses& pauses = {});

/// The earliest instant by which the site was open for `length` since `start`; for no length, the next opening.
Instant add_open_time(const Site& site, Instant start, Milliseconds length, const Pauses& pauses = {});

/// The latest instant from which `length` of open time is left until `end`: where a warning belongs, in working time.
Instant open_time_before(const Site& site, Instant end, Milliseconds length, const Pauses& pauses = {});

/// The open stretches in [start, end) without the pauses, cut at its ends; at most 100,000 (else `Error`, Usage).
std::vector<OpenSegment> open_segments(const Site& site, Instant start, Instant end, const Pauses& pauses = {});
/// The open stretches, without the pauses, of the first civil day that has any at or after `start`, cut at `start`.
std::vector<OpenSegment> first_open_segments(const Site& site, Instant start, const Pauses& pauses = {});

}  // namespace engine
