#pragma once

#include "workflows/facts.hpp"
#include "workflows/told.hpp"

namespace workflows {

/// Folds one accepted step into the facts. The same function serves a new step and a replay: it asks neither the roster
/// nor a clock. `told.at` is when it happened.
void fold(Facts& facts, const Told& told);

}  // namespace workflows
