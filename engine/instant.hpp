#pragma once

#include <chrono>

namespace engine {

using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

/// A point on the UTC time line, to the millisecond. Civil time exists only together with a `Zone`.
using Instant = std::chrono::sys_time<Milliseconds>;

/// A civil date at some site. Never converted to an instant but through the site's zone.
using Date = std::chrono::local_days;

}  // namespace engine
