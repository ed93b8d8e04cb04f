#pragma once

#include "engine/instant.hpp"
#include "engine/time/zone.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// Reads RFC 3339 ("2026-05-20T09:00:00+08:00", "...Z") or a local time in `zone` ("2026-05-20 09:00[:SS[.fff]]", also
/// with T). Strict: every field in range, nothing after the end, years 1900-2200; else an `Error` (Usage,
/// "bad_instant").
Instant parse_instant(std::string_view text, const Zone& zone);
std::optional<Instant> try_parse_instant(std::string_view text, const Zone& zone);

/// Reads "YYYY-MM-DD"; else an `Error` (Usage, "bad_date").
Date parse_date(std::string_view text);
std::optional<Date> try_parse_date(std::string_view text);

/// RFC 3339 with the zone's offset and seconds, e.g. "2026-05-22T17:30:00+08:00"; milliseconds only where there are
/// any.
std::string format_instant(Instant at, const Zone& zone);
/// The same in UTC with Z.
std::string format_utc(Instant at);
/// "YYYY-MM-DD".
std::string format_date(Date day);
/// "HH:MM[:SS[.fff]]" of a time of day; 24 hours give "24:00".
std::string format_time_of_day(Milliseconds since_midnight);

/// One line of a file, counted from 1, as a message may show it: cut short, without its outer blanks.
[[nodiscard]] std::string line_shown(std::string_view text, std::size_t line);

}  // namespace engine
