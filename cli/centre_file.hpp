#pragma once

#include "engine/roster.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// A centre as described by a file: who it is, where it is, who works there.
struct CentreFile {
  std::string organisation;
  std::vector<engine::Centre> centres;  // those above before those below
  std::vector<engine::Person> people;
};

/// Reads centre.toml: `organisation`, `[[centre]]` (id name level parent register_format mediation_format site),
/// `[[person]]` (id name login centre unit attendance roles head from until). The keys of a site file (`timezone`,
/// `[hours]`, `reception.clock` ...) at the top are the site of every top centre that has none of its own. Everything
/// is checked: unknown centres and roles, doubled ids, number formats and sites that cannot be. Throws Fault (Usage)
/// that names the place.
[[nodiscard]] CentreFile read_centre_file(std::string_view toml);

/// The made-up centre that `init --practice` starts with; what a file says comes before it, part by part: its site, its
/// centres, its people. Somebody called "practice", with every role, is always there.
[[nodiscard]] CentreFile practice_centre(std::string_view toml = {});

}  // namespace cli
