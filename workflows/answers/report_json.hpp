#pragma once

#include "engine/time/zone.hpp"
#include "workflows/report.hpp"

#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace workflows {

/// A period's figures: every rate with `part` and `of`, every exclusion by name.
[[nodiscard]] nlohmann::json report_json(const PeriodFigures& figures, const engine::Zone& zone,
                                         std::string_view centre);

}  // namespace workflows
