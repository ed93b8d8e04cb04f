#pragma once

#include "engine/schedule/night.hpp"
#include "engine/sweep.hpp"

#include <optional>
#include <string>

namespace engine {

/// What a night's run says, as a JSON object: `day as_of missed_from open summary overdue due_soon limits_overdue
/// limits_due_soon` (each list with `count` and its oldest `rows`), `alerts_raised` since the night before by level,
/// `calendar`, `faults`, and `history`: how many entries and cases there are and one digest over the heads of all
/// chains, which kept outside the database shows any later change.
[[nodiscard]] std::string night_report(Desk& desk, const Night& night, std::optional<Instant> since,
                                       const SweepResult& swept);

/// One SHA-256 over id, revision and head of every case in the order of ids, 64 hex digits.
[[nodiscard]] std::string history_digest(Reading& reading);

}  // namespace engine
