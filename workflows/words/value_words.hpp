#pragma once

#include "engine/world.hpp"
#include "workflows/words/language.hpp"

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace workflows {

/// A field of a history entry as people read it: names for person ids, words for choices, local times.
[[nodiscard]] std::string value_words(const Language& language, std::string_view event, std::string_view field,
                                      const nlohmann::json& value, const engine::World& world,
                                      const engine::Zone& zone);

}  // namespace workflows
