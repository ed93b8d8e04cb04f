#pragma once

#include "engine/time/zone.hpp"
#include "workflows/words/language.hpp"

#include <string>

namespace workflows {

/// For people: "2020-05-22 17:30", with seconds only where there are any.
[[nodiscard]] std::string at_words(engine::Instant at, const engine::Zone& zone);
/// For people: "3 d 4 h", "25 min": the two largest units; never negative.
[[nodiscard]] std::string span_words(const Language& language, engine::Milliseconds span);
/// How far an instant is from now: "in 25 min", "2 d late".
[[nodiscard]] std::string distance_words(const Language& language, engine::Instant due, engine::Instant now);

}  // namespace workflows
