#pragma once

#include "engine/case_record.hpp"

#include <cstdint>
#include <string_view>

namespace workflows {

/// Which light a clock shows: "red" once it has passed, "amber" from its first warning on, else "green".
[[nodiscard]] std::string_view light_of(const engine::Deadline& clock, engine::Instant now);
/// Whole seconds until it is due, negative once it has passed.
[[nodiscard]] std::int64_t remaining_seconds(const engine::Deadline& clock, engine::Instant now);

}  // namespace workflows
