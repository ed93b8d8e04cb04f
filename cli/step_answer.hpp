#pragma once

#include "cli/session.hpp"
#include "engine/trip.hpp"

#include <string_view>

namespace cli {

/// Says what a step did: where the case is now, who holds it, which clocks were kept or started and until when, and
/// what comes next. `word` names the case in commands to paste.
void print_step(Session& session, const engine::Done& done, std::string_view word);

}  // namespace cli
