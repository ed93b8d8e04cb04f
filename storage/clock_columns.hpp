#pragma once

#include "engine/case_record.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace storage {

/// Alert points as a column: one "<milliseconds> <level>" a line. A level with a line break throws engine::Error.
[[nodiscard]] std::string to_column(const std::vector<engine::AlertPoint>& points);
/// Pauses as a column: one "<from> <to>" a line, in milliseconds, "-" while the clock stands.
[[nodiscard]] std::string to_column(const std::vector<engine::Standstill>& pauses);
/// The inverses; `out` keeps its capacity.
void from_column(std::string_view text, std::vector<engine::AlertPoint>& out);
void from_column(std::string_view text, std::vector<engine::Standstill>& out);

/// Roles as a column: one a line.
[[nodiscard]] std::string to_column(const std::vector<std::string>& words);
void from_column(std::string_view text, std::vector<std::string>& out);

/// True while time runs against the clock: it has not ended and does not stand still.
[[nodiscard]] bool is_counting(const engine::Deadline& deadline);

/// When a running clock first wants attention: its first alert point, or its due instant if that is earlier.
[[nodiscard]] engine::Instant warn_at(const engine::Deadline& deadline);

/// The first alert point, whether alerted or not.
[[nodiscard]] std::optional<engine::Instant> first_point(const engine::Deadline& deadline);

/// "running", "on_time", "late" or "stopped": what a clock is counted as.
[[nodiscard]] std::string_view counted_as(const engine::Deadline& deadline);

}  // namespace storage
