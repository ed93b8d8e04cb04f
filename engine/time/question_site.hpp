#pragma once

#include "engine/time/pauses.hpp"
#include "engine/time/site.hpp"

#include <nlohmann/json_fwd.hpp>

namespace engine {

/// The site a question describes: `timezone weekly_hours holidays date_open_overrides date_breaks`; no calendar but
/// these.
Site question_site(const nlohmann::json& question);

/// The question's `pauses`, [from, to] each.
Pauses question_pauses(const nlohmann::json& question, const Zone& zone);

/// The question's time zone; UTC when it names none.
Zone question_zone(const nlohmann::json& question);

/// The text under `key`; missing or no text is an `Error` (Usage, "bad_question") that names the key.
const std::string& question_text(const nlohmann::json& question, const char* key);

}  // namespace engine
