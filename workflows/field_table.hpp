#pragma once

#include "workflows/field.hpp"

namespace workflows {

/// Every field of every event, grouped by event in the order of the events.
[[nodiscard]] std::span<const FieldSpec> all_fields();

/// The one field that every event takes beside its own.
[[nodiscard]] const FieldSpec& late_reason_field();

}  // namespace workflows
