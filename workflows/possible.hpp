#pragma once

#include "engine/step.hpp"
#include "workflows/facts.hpp"
#include "workflows/state.hpp"

#include <vector>

namespace workflows {

/// What can be done in this state, in the order of the events; `missing` is the first question that the facts already
/// answer with no. Events of the engine itself are left out.
[[nodiscard]] std::vector<engine::Possible> possible_in(State state, const Facts& facts);

/// The names alone of what nothing stands in the way of.
[[nodiscard]] std::vector<std::string> possible_names(State state, const Facts& facts);

}  // namespace workflows
