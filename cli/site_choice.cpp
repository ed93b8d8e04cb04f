#include "cli/site_choice.hpp"

#include "cli/small_file.hpp"
#include "engine/time/site_file.hpp"

#include <algorithm>
#include <optional>

namespace cli {

engine::Site chosen_site(Session& session, const std::string& file) {
  if (!file.empty()) return engine::read_site(small_file(file));
  if (session.settings().db.empty()) return engine::Site::standard();
  std::optional<engine::Site> site;
  session.read([&](engine::Reading&, const engine::World& world) {
    const auto top = std::ranges::find_if(world.centres(), [](const auto& centre) { return centre.parent.empty(); });
    site = top == world.centres().end() ? world.default_site() : world.site_of(top->id);
  });
  return *site;
}

}  // namespace cli
