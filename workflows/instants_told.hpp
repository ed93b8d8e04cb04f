#pragma once

#include "engine/process.hpp"
#include "workflows/facts.hpp"
#include "workflows/told.hpp"

#include <optional>

namespace workflows {

/// An instant that a step names and that cannot be: a limit that is over already, something that happened and lies
/// ahead. It is measured against the instant of the step, so that a late entry names what was ahead then. Only what a
/// person tells is asked.
[[nodiscard]] std::optional<engine::Refusal> impossible_instant(const Told& told, const Facts& facts,
                                                                const engine::Surroundings& around);

}  // namespace workflows
