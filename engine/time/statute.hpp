#pragma once

#include "engine/time/calendar.hpp"

#include <vector>

namespace engine {

/// The days off that 《全国年节及纪念日放假办法》 (Order 795, from 2025) itself fixes in `year`, before any notice
/// rearranges work: the solar ones for every year, the lunar ones and 清明 for 2027-2035.
std::vector<CalendarEntry> statutory_days(int year);

}  // namespace engine
