#pragma once

#include "engine/time/calendar.hpp"

#include <string>
#include <string_view>

namespace engine {

/// A layer as JSON, whole: revision, coverage and every entry with its reason and notice. `read_native_layer` reads it
/// back equal.
std::string layer_json(const CalendarLayer& layer);

}  // namespace engine
