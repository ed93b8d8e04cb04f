#pragma once

#include "engine/case_record.hpp"
#include "engine/time/zone.hpp"
#include "workflows/words/language.hpp"

#include <optional>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace web {

/// Which light a clock shows: "red" once it has passed, "amber" from its first warning on, else "green".
[[nodiscard]] std::string_view light_of(const engine::Deadline& clock, engine::Instant now);
/// Whole seconds until it is due, negative once it has passed.
[[nodiscard]] std::int64_t remaining_seconds(const engine::Deadline& clock, engine::Instant now);
/// `deadline label cycle start due met status status_label light remaining_seconds standard provisional
/// late_reason_needed`; the time that remains is null unless the clock runs.
[[nodiscard]] nlohmann::json clock_json(const workflows::Language& language, const engine::Deadline& clock,
                                        engine::Instant now, const engine::Zone& zone);

}  // namespace web
