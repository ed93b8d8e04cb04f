#pragma once

#include "engine/time/calendar.hpp"

#include <optional>
#include <string_view>

namespace engine {

/// China's calendar "cn" from the State Council's yearly notices (built in, 2007-2026): Saturday and Sunday off, the
/// notices' days on top. Unpublished years hold the statutory days known from the 放假办法 (Order 795) and are
/// provisional.
const Calendar& national_calendar();

/// The same as it was known on that date: notices and amendments published later are left out.
Calendar national_calendar_known_on(Date known);

/// The native JSON ("cn-workdays.json") as a layer named `name`; all years go into one set, whatever key they stand
/// under. Malformed text is an `Error` (Usage, "bad_calendar") that names the place.
CalendarLayer read_native_layer(std::string_view json, std::string_view name = "cn", std::optional<Date> known = {});

/// The built-in file itself.
std::string_view built_in_calendar_json();

}  // namespace engine
