#pragma once

#include "cli/session.hpp"
#include "engine/trip.hpp"

namespace cli {

/// Says what a step did: where the case is now, who holds it, which clocks were kept or started and until when, and
/// what comes next.
void print_step(Session& session, const engine::Done& done);

}  // namespace cli
