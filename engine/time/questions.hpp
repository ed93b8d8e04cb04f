#pragma once

#include <string>
#include <string_view>

namespace engine {

/// Answers one business-time question, a JSON object on one line, with one JSON object: `{"id":...,"due":...}`,
/// `elapsed_seconds`, `working_day`, `working_days`, `open_segments`, or `{"id":...,"error":sentence}`. Never throws.
///
/// Kinds: add_business_time, elapsed_business_time, add_working_days, add_calendar_days_roll_forward, is_working_day,
/// count_working_days_inclusive, open_segments, local_to_utc. A date for a start gives a date; an instant gives UTC
/// with Z. Working days from an instant keep the time of day: a start outside opening hours first moves to the next
/// opening, and the result to the next open moment; a `convention` that says "time of day kept" leaves the start where
/// it is, one that says "end of that day" gives closing time. `holidays` may hold "12-25" for every year.
std::string answer_question(std::string_view json_line);

}  // namespace engine
