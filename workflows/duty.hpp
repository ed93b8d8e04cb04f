#pragma once

#include "engine/roster.hpp"
#include "engine/time/site.hpp"

#include <optional>
#include <string_view>

namespace workflows {

/// Does this say how somebody attends a centre: "resident", "on_call", "rotating", or "rotating:" with the days of
/// duty, by weekday (mon ... sun) or date (2026-05-20), joined by commas?
[[nodiscard]] bool is_attendance(std::string_view text);

/// When the next day ends on which a rotating (轮驻) person sits in the centre: the day of `at` while it is open, else
/// the first working day of their days after it; within a year. Nothing for who has no duty roster.
[[nodiscard]] std::optional<engine::Instant> end_of_next_duty(const engine::Person& person, engine::Instant at,
                                                              const engine::Site& site);

}  // namespace workflows
