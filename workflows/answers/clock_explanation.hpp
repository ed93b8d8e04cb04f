#pragma once

#include "engine/case_record.hpp"
#include "engine/time/explain.hpp"
#include "engine/time/site.hpp"

namespace workflows {

/// How the due instant of a case's clock comes about at its site, by the calendar as it now stands.
[[nodiscard]] engine::Explanation explained(const engine::Deadline& clock, const engine::Site& site,
                                            engine::Instant now);

}  // namespace workflows
