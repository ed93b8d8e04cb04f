#pragma once

#include "cli/arguments.hpp"
#include "cli/session.hpp"
#include "engine/time/calendar_import.hpp"

namespace cli {

/// A change of the calendar that a command asks for: the layer as it would be stored, and what was found in the file.
struct CalendarOrder {
  engine::StoredCalendar layer;
  std::vector<engine::Finding> findings;
  std::vector<engine::IgnoredEvent> ignored;
  engine::Date from, to;  // the days the layer is about
  bool confirmed = false;
};

/// Reads a calendar file (native, holiday-cn or .ics) into an order; throws engine::Error where it cannot be used.
[[nodiscard]] CalendarOrder order_from_file(Session& session, const Arguments& arguments);
/// One day decided here, on the day of an emergency notice: added to the decisions made before.
[[nodiscard]] CalendarOrder order_for_day(Session& session, const Arguments& arguments);

}  // namespace cli
