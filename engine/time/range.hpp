#pragma once

#include "engine/instant.hpp"

namespace engine {

/// The civil dates this program counts with; anything outside is refused, so no sum can overflow and no loop runs away.
inline constexpr Date first_date{std::chrono::days{-25'567}};  // 1900-01-01
inline constexpr Date last_date{std::chrono::days{84'370}};    // 2200-12-31

/// Throws an `Error` (Usage, "date_out_of_range") unless `first_date <= day <= last_date`.
void require_in_range(Date day);

}  // namespace engine
