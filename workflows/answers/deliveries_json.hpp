#pragma once

#include "engine/deliver/overview.hpp"
#include "engine/sight.hpp"
#include "workflows/words/language.hpp"

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace workflows {

/// Channels, and what is under way and given up, as every window tells them: no secret, no path of one, and of an
/// address the host alone. Cases that `sight` does not reach are counted, not named; why one failed is told
/// in the reader's language.
[[nodiscard]] nlohmann::json deliveries_json(engine::Reading& reading, const engine::DeliveryOverview& overview,
                                             const engine::Zone& zone, engine::Sight& sight, const Language& language);

/// "20:00-08:00", or empty where no hours are quiet.
[[nodiscard]] std::string quiet_words(const engine::Channel& channel);

/// The register numbers of the cases a message speaks of, each once, as far as `sight` reaches.
[[nodiscard]] std::vector<std::string> cases_of(engine::Reading& reading, const engine::Sending& sending,
                                                engine::Sight& sight);

}  // namespace workflows
