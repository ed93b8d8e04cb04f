#pragma once

#include "cli/session.hpp"
#include "engine/check.hpp"

namespace cli {

/// Prints who is late, what is due soon and how the three promises stand; `raising`: say how many alerts were raised.
void print_check(Session& session, const engine::CheckReport& report, bool raising);

}  // namespace cli
