#pragma once

#include "cli/calendar_order.hpp"
#include "engine/calendar_change.hpp"
#include "engine/json.hpp"

namespace cli {

/// What a change of the calendar does, before or after it is made.
struct CalendarAnswer {
  const CalendarOrder& order;
  const std::vector<engine::DayChange>& days;
  const engine::CalendarMoves& moves;
  bool dry_run;
};

/// Tells it as JSON or as sentences: day by day, then the limits that move, those that move earlier by name.
void tell_calendar(Session& session, const CalendarAnswer& answer, const engine::Zone& zone);

/// Tells how many running limits move, and by name those that move earlier.
void tell_moves(Session& session, const engine::CalendarMoves& moves, const engine::Zone& zone);
[[nodiscard]] nlohmann::json moves_json(const engine::CalendarMoves& moves, const engine::Zone& zone);

/// Shows the calendar as it stands, one day of it, or one year.
int show_calendar(Session& session, const std::string& what);

}  // namespace cli
