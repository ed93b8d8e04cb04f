#pragma once

#include "workflows/field.hpp"

namespace workflows {

/// Every field of every event, grouped by event in the order of the events.
[[nodiscard]] std::span<const FieldSpec> all_fields();

}  // namespace workflows
