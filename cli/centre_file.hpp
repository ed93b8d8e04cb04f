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
/// `[[person]]` (id name login centre unit attendance roles head from until). Everything is checked: unknown centres
/// and roles, doubled ids, number formats and sites that cannot be. Throws Fault (Usage) that names the place.
[[nodiscard]] CentreFile read_centre_file(std::string_view toml);

/// The made-up centre that `init --practice` starts with.
[[nodiscard]] std::string_view practice_centre();

}  // namespace cli
