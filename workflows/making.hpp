#pragma once

#include "engine/step.hpp"
#include "workflows/clock_changes.hpp"
#include "workflows/machine.hpp"

namespace workflows {

/// The step that follows from what the machine took: states, holder, clocks, numbers, who is told, the other case of a
/// merge.
[[nodiscard]] engine::Step make_step(State before, const Advance& out, const Making& making);

}  // namespace workflows
