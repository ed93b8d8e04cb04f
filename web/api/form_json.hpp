#pragma once

#include "web/api/call.hpp"
#include "workflows/field.hpp"

#include <nlohmann/json_fwd.hpp>

namespace web {

/// The fields of an event as a form: `name label type required choices[{value label}] max_length`, the required ones
/// first. What the desk adds by itself, and the reason of a late step, are left out.
[[nodiscard]] nlohmann::json form_json(const Call& call, const View& view, const workflows::EventSpec& spec);
/// Null if no person can take a step of that name.
[[nodiscard]] const workflows::EventSpec* spec_named(std::string_view event);

}  // namespace web
