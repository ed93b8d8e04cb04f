#pragma once

#include "engine/time/site.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace engine {

/// Gives the calendar a site file names: a built-in word, a region or a path; reading files is the caller's part.
using CalendarFinder = std::function<Calendar(const std::string& name)>;

/// "cn", "weekends" (Saturday and Sunday off) or "none"; any other name is an `Error` (NotFound, "unknown_calendar").
Calendar built_in_calendar(const std::string& name);

/// The calendar of a site that names none: "cn" in a zone of mainland China, else "none" (its weekly hours alone).
std::string default_calendar_name(std::string_view timezone);

/// Reads a site from TOML (at most 1 MiB): `timezone`, `calendar`, `day_end = "closing"|"midnight"`,
/// `reception.clock = "wall"|"open"`, `visit.anchor = "resolution"|"reception"|"both"`, `[hours] mon = ["08:30-12:00",
/// ...]`,
/// `[overrides]` and `[breaks]` `"2026-05-01" = [...]`, `closing_days = ["2026-08-01", "12-25", ...]` or as a table
/// with the why. Without `[hours]` the office hours hold. An unknown key or a wrong value is an `Error` (Usage,
/// "bad_site") that names it.
SiteSpec read_site_spec(std::string_view toml, const CalendarFinder& find_calendar = built_in_calendar);

/// `Site(read_site_spec(...))`: impossible sites are refused too.
Site read_site(std::string_view toml, const CalendarFinder& find_calendar = built_in_calendar);

}  // namespace engine
