#pragma once

#include "engine/case_record.hpp"
#include "engine/store.hpp"
#include "engine/time/zone.hpp"

#include <nlohmann/json_fwd.hpp>

namespace workflows {

// The stable JSON shapes. Instants are RFC 3339 with the site's offset.

/// "on_time" "late" "open" "overdue" "stopped".
[[nodiscard]] std::string_view to_word(engine::DeadlineStatus status);
/// `deadline cycle start due met status` as the clock stands at `now`.
[[nodiscard]] nlohmann::json deadline_json(const engine::Deadline& deadline, engine::Instant now,
                                           const engine::Zone& zone);
/// The clock that is due first of those against which time runs (a paused one stands still); null if there is none.
[[nodiscard]] const engine::Deadline* next_deadline(const engine::CaseRecord& record);
/// `case ref state centre holder type next_deadline{deadline due}`.
[[nodiscard]] nlohmann::json case_json(const engine::CaseRecord& record, const engine::Zone& zone);

}  // namespace workflows
