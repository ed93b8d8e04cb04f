#pragma once

#include "cli/session.hpp"
#include "engine/schedule/night.hpp"

#include <vector>

namespace cli {

/// One run of the night with all it says.
void print_night(Session& session, const engine::Night& night);
/// What came of `maotiao nightly`: the figures, no cases.
void print_night_made(Session& session, const engine::Night& night, bool made);
void print_nights(Session& session, const std::vector<engine::Night>& nights);

}  // namespace cli
