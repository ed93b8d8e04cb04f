#pragma once

#include "engine/schedule/health.hpp"
#include "web/api/call.hpp"

#include <nlohmann/json_fwd.hpp>

namespace web {

/// `status sentence last_tick`: "ok", or "dead" with what is wrong and what to do about it.
[[nodiscard]] nlohmann::json health_light(const engine::Health& health, const workflows::Language& language,
                                          const engine::Zone& zone);
[[nodiscard]] engine::Health health_now(Office& office, engine::Reading& reading, const engine::World& world);
/// 200 or 503 for whoever watches the program from outside.
[[nodiscard]] Answer health_answer(Office& office, const workflows::Language& language);

}  // namespace web
