#pragma once

#include "workflows/told.hpp"

#include <optional>
#include <string_view>

namespace workflows {

/// The line of the field table for a field of an event, or null.
[[nodiscard]] const FieldSpec* find_spec(Event event, std::string_view name);

/// A text value as the slot of its field; nothing where it is not what the field holds.
[[nodiscard]] std::optional<Slot> slot_of_text(const FieldSpec& spec, std::string_view text);

/// What belongs into a field, as a message id or the list of its choices.
[[nodiscard]] std::string_view wanted(const FieldSpec& spec);

}  // namespace workflows
