#pragma once

#include "workflows/told.hpp"

namespace workflows {

/// The slow way of reread_fields, through a tree: for text with escapes and whatever else JSON allows. Text that is no
/// JSON throws what the JSON library throws.
[[nodiscard]] Told reread_slowly(Event event, std::string_view fields);

}  // namespace workflows
