#pragma once

#include "engine/process.hpp"
#include "workflows/limit.hpp"
#include "workflows/standard.hpp"
#include "workflows/told.hpp"

#include <vector>

namespace workflows {

struct Facts;

/// A step in the making: what was told, to which facts, in which surroundings, under which standard.
struct Making {
  const Told& told;
  const Facts& facts;
  const engine::Surroundings& around;
  const Standard& standard;
};

/// Does this arrival come from the petitions office, so that the law owes the petitioner written answers (信访工作条例
/// art. 23, 34)? A ledger does not say whether they were given.
[[nodiscard]] bool from_petitions(const Told& told);

/// What the effects of a row do to the clocks of the case. A clock that does not run is neither met nor stopped; the
/// site's settings say how reception is counted and from where the visit.
[[nodiscard]] std::vector<engine::ClockChange> clock_changes(const Effects& effects, const Making& making);

}  // namespace workflows
