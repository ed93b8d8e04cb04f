#pragma once

#include "engine/instant.hpp"

#include <span>
#include <string>

namespace web {

/// One limit in a calendar of limits.
struct LimitEvent {
  std::string uid;  // the same as long as it is the same limit
  engine::Instant due;
  std::string summary, description;
};

/// An iCalendar object (RFC 5545, METHOD PUBLISH) with an event for each, in UTC, made by libical: lines are folded
/// between characters. Loads libical at the first call; engine::Error, with what to install, if it is not there.
[[nodiscard]] std::string calendar_text(const std::string& name, std::span<const LimitEvent> events,
                                        engine::Instant now);

}  // namespace web
