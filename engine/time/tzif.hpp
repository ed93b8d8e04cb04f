#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// From `at` (seconds since 1970, UTC) the zone is `offset` seconds east of UTC.
struct ZoneShift {
  std::int64_t at;
  std::int64_t offset;
};

/// What a TZif file (RFC 8536, version 2 or later) says: the offset before the first shift, and the shifts in order.
struct TzFile {
  std::int64_t first_offset = 0;
  std::vector<ZoneShift> shifts;
  std::string rule;  ///< the footer: a POSIX TZ string for the time after the last shift, may be empty
};

/// Reads the bytes of such a file; nothing when they are none. Safe on any bytes.
std::optional<TzFile> read_tzif(std::string_view bytes);

/// The shifts that a POSIX TZ rule such as "CET-1CEST,M3.5.0,M10.5.0/3" makes from `first_year` to `last_year`; none
/// for a rule without summer time. Nothing when the rule cannot be read.
std::optional<std::vector<ZoneShift>> shifts_by_rule(std::string_view rule, int first_year, int last_year);

}  // namespace engine
