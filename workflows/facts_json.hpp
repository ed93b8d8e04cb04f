#pragma once

#include "workflows/facts.hpp"

#include <string>
#include <string_view>

namespace workflows {

/// Grows when the meaning or shape of a stored member changes; older facts are carried over when they are read.
inline constexpr int facts_version = 1;

/// The facts as a JSON object with members in a fixed order, those at their default left out. Two equal facts give
/// equal text.
[[nodiscard]] std::string to_json(const Facts& facts);

/// The inverse; `version` is the one stored with them. Facts of a newer version, or text that is not facts, throw
/// engine::Error.
void from_json(std::string_view text, int version, Facts& facts);

}  // namespace workflows
