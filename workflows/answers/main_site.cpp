#include "workflows/answers/main_site.hpp"

#include <algorithm>

namespace workflows {

const engine::Site& main_site(const engine::World& world) {
  const auto top = std::ranges::find_if(world.centres(), [](const auto& centre) { return centre.parent.empty(); });
  return top == world.centres().end() ? world.default_site() : world.site_of(top->id);
}

}  // namespace workflows
