#pragma once

#include "engine/process.hpp"
#include "workflows/row.hpp"

#include <vector>

namespace workflows {

/// Every (event, from, to) that the dispute, the custody and the table beside the path allow, by stored name.
[[nodiscard]] std::vector<engine::Transition> transition_relation();

/// Rows of any table that take `event` in `state` with this custody: what is possible before the questions are asked.
struct Open {
  Event event;
  std::span<const Guard> guards;
};
[[nodiscard]] std::vector<Open> rows_open_in(State state, Custody custody);

}  // namespace workflows
