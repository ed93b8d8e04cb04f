#pragma once

#include "engine/instant.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A stretch of one civil day, half-open: at its end the site is closed. `to` may be 24 hours.
struct OpenSpan {
  Milliseconds from;
  Milliseconds to;
  friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

/// The spans of one day, in order, never overlapping; empty is closed.
using DayHours = std::vector<OpenSpan>;

/// Indexed by C weekday, Sunday = 0.
using WeekHours = std::array<DayHours, 7>;

/// Reads "HH:MM[:SS]", also "24:00"; else an `Error` (Usage, "bad_hours").
Milliseconds parse_time_of_day(std::string_view text);
/// Reads "08:30-12:00".
OpenSpan parse_span(std::string_view text);

/// Sorts the spans and refuses reversed, empty and overlapping ones; `where` names the key in the sentence. Touching
/// spans become one.
DayHours checked_hours(DayHours spans, const std::string& where);

/// `hours` without `breaks`.
DayHours without(const DayHours& hours, const DayHours& breaks);

/// Monday to Friday 08:30-12:00 and 13:30-17:30.
WeekHours office_hours();

}  // namespace engine
