#pragma once

#include "engine/time/open_time.hpp"
#include "engine/time/rule.hpp"

#include <string>

namespace engine {

/// When something is due. Met at or before `at` is on time; one millisecond after is late.
struct Due {
  Instant at;
  Date date;  ///< the civil day it falls on; for "24:00" the day that ends then
  Standing standing = Standing::Firm;
  std::string calendar_revision;
};

/// Counts a rule from `start` at a site. While paused nothing counts: open and clock time stand still, and a day whose
/// end (closing, or 24:00) falls into a pause is not counted; the last day is never such a day. Pure, exact to the
/// millisecond. Throws `Error`: a length out of range (Usage, "bad_length"), no open time within twenty years (Fault),
/// dates past 2200.
Due due(const Rule& rule, Instant start, const Site& site, const Pauses& pauses = {});

/// The latest instant `length` of open time before `due`: a warning in working time, never later than `due`.
inline Instant before(Instant due, OpenTime length, const Site& site, const Pauses& pauses = {}) {
  return open_time_before(site, due, length.seconds, pauses);
}

}  // namespace engine
