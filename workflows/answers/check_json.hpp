#pragma once

#include "engine/check.hpp"
#include "engine/world.hpp"

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace workflows {

/// `as_of open summary overdue[] due_soon[] limits_overdue[] limits_due_soon[] calendar`.
[[nodiscard]] nlohmann::json check_json(const engine::CheckReport& report, const engine::World& world);
/// The last day that a published calendar covers, YYYY-MM-DD; empty if all are.
[[nodiscard]] std::string covered_until(const engine::CheckReport& report);

}  // namespace workflows
