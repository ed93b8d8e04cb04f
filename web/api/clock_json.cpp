#include "web/api/clock_json.hpp"

#include "engine/json.hpp"
#include "workflows/answers/case_json.hpp"
#include "workflows/answers/light.hpp"
#include "workflows/words/words.hpp"

namespace web {

std::string_view light_of(const engine::Deadline& clock, engine::Instant now) {
  return workflows::light_of(clock, now);
}

std::int64_t remaining_seconds(const engine::Deadline& clock, engine::Instant now) {
  return workflows::remaining_seconds(clock, now);
}

nlohmann::json clock_json(const workflows::Language& language, const engine::Deadline& clock, engine::Instant now,
                          const engine::Zone& zone) {
  auto result = workflows::deadline_json(clock, now, zone);
  result["label"] = workflows::deadline_word(language, clock.name);
  result["status_label"] = workflows::status_word(language, result["status"].get<std::string>());
  result["light"] = light_of(clock, now);
  result["remaining_seconds"] = nullptr;
  if (clock.running() && !clock.paused()) result["remaining_seconds"] = remaining_seconds(clock, now);
  result["paused"] = clock.paused();
  result["standard"] = clock.standard;
  result["provisional"] = clock.provisional;
  result["late_reason_needed"] = clock.standard && engine::status(clock, now) == engine::DeadlineStatus::Overdue;
  return result;
}

}  // namespace web
