#include "cli/site_choice.hpp"

#include "cli/main_site.hpp"
#include "cli/small_file.hpp"
#include "engine/time/site_file.hpp"

#include <optional>

namespace cli {

engine::Site chosen_site(Session& session, const std::string& file) {
  if (!file.empty()) return engine::read_site(small_file(file));
  if (session.settings().db.empty()) return engine::Site::standard();
  std::optional<engine::Site> site;
  session.read([&](engine::Reading&, const engine::World& world) { site = main_site(world); });
  return *site;
}

}  // namespace cli
