#include "web/api/health.hpp"

#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/health_json.hpp"
#include "workflows/answers/main_site.hpp"

namespace web {

nlohmann::json health_light(const engine::Health& health, const workflows::Language& language,
                            const engine::Zone& zone) {
  nlohmann::json result = {{"status", health.healthy() ? "ok" : "dead"}, {"sentence", ""}, {"last_tick", nullptr}};
  if (!health.healthy()) {
    const auto& first = health.findings.front();
    result["sentence"] = workflows::finding_words(first, language);
    result["code"] = first.code;
  }
  if (health.lease) result["last_tick"] = engine::format_instant(health.lease->beat_at, zone);
  return result;
}

engine::Health health_now(Office& office, engine::Reading& reading, const engine::World& world) {
  return engine::health(reading, world, office.desk.now(), office.ground());
}

Answer health_answer(Office& office, const workflows::Language& language) {
  bool healthy = false;
  nlohmann::json result;
  office.desk.store().read([&](engine::Reading& reading) {
    const auto world = office.desk.world(reading);
    const auto health = health_now(office, reading, *world);
    healthy = health.healthy();
    result = health_light(health, language, workflows::main_site(*world).zone());
  });
  return Answer(healthy ? 200 : 503).body(result.dump(), "application/json");
}

}  // namespace web
