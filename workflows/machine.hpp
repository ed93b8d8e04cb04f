#pragma once

#include "workflows/facts.hpp"
#include "workflows/guard.hpp"
#include "workflows/limit.hpp"
#include "workflows/state.hpp"
#include "workflows/told.hpp"

namespace workflows {

/// What came of one event. `no_transition` (the place has no row for the event) and a guard that refused are different.
struct Advance {
  enum class Result : std::uint8_t { Taken, NoTransition, Refused };

  Result result = Result::NoTransition;
  State state{};      // after the step; as before where none was taken
  Custody custody{};  // likewise
  Effects effects;
  Guard refused_by{};  // meaningful only when refused
};

/// The pure core: one event against a case as it stands. The machines live for this one call: restored by state, given
/// one event, dropped. No clock, no I/O, no allocation; the facts are not changed.
[[nodiscard]] Advance advance(State state, const Facts& facts, const Told& told);

}  // namespace workflows
