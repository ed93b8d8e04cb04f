#pragma once

#include "engine/time/rule.hpp"
#include "engine/time/site.hpp"

#include <string_view>

namespace workflows {

/// The rule of a promise of the standard ("reception", "plan", "visit") at a site; an emergency is received at once on
/// any day. Fault (Usage) for any other name.
[[nodiscard]] engine::Rule promised_rule(std::string_view name, const engine::Site& site, bool emergency);

}  // namespace workflows
