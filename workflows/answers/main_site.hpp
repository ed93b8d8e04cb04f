#pragma once

#include "engine/world.hpp"

namespace workflows {

/// The site of the top centre: in whose zone the whole organisation is asked and answered.
[[nodiscard]] const engine::Site& main_site(const engine::World& world);

}  // namespace workflows
