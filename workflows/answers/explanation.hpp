#pragma once

#include "engine/time/explain.hpp"
#include "workflows/words/language.hpp"

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace workflows {

/// How a due date came about, one line a day or stretch.
[[nodiscard]] std::string explanation_text(const Language& language, const engine::Explanation& explanation,
                                           const engine::Zone& zone);
[[nodiscard]] nlohmann::json explanation_json(const Language& language, const engine::Explanation& explanation,
                                              const engine::Zone& zone);

}  // namespace workflows
