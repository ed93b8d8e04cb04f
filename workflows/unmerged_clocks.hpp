#pragma once

#include "workflows/clock_changes.hpp"

namespace workflows {

/// What a merge stopped runs on from where it began, as if it had never stood: an undone merge neither wins nor loses
/// time. The limit of the state is started where nothing of it is left. Offers are void, so their limits stay ended.
[[nodiscard]] std::vector<engine::ClockChange> restored_clocks(const Effects& effects, const Making& making);

/// The case that was joined in error: the plan's limit, if it was moved to an earlier reception, runs from its own
/// again once the last of them has left.
[[nodiscard]] std::vector<engine::ClockChange> own_clocks(const Making& making);

/// When the case was received itself, whoever joined it; the epoch where it never was.
[[nodiscard]] engine::Instant own_reception(const Making& making);

}  // namespace workflows
