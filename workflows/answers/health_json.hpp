#pragma once

#include "engine/schedule/health.hpp"
#include "engine/time/zone.hpp"
#include "workflows/words/language.hpp"

#include <nlohmann/json_fwd.hpp>

namespace workflows {

/// A health answer for other programs: `healthy as_of findings[] scheduler overdue overdue_ages[] ...`, instants in
/// `zone`.
[[nodiscard]] nlohmann::json health_json(const engine::Health& health, const engine::Zone& zone,
                                         const Language& language);
/// What one finding says in that language.
[[nodiscard]] std::string finding_words(const engine::HealthFinding& finding, const Language& language);

}  // namespace workflows
