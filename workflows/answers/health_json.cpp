#include "workflows/answers/health_json.hpp"

#include "engine/json.hpp"
#include "engine/time/text.hpp"

namespace workflows {
namespace {

using nlohmann::json;

json at_or_null(const std::optional<engine::Instant>& at, const engine::Zone& zone) {
  return at ? json(engine::format_instant(*at, zone)) : json();
}

json findings_json(const engine::Health& health, const Language& language) {
  json found = json::array();
  for (const auto& finding : health.findings)
    found.push_back({{"code", finding.code}, {"message", finding_words(finding, language)}});
  return found;
}

json scheduler_json(const engine::Health& health, const engine::Zone& zone) {
  if (!health.lease) return {};
  const engine::Lease& lease = *health.lease;
  return {{"owner", lease.owner.empty() ? json() : json(lease.owner)},
          {"fence", lease.fence},
          {"since", engine::format_instant(lease.taken_at, zone)},
          {"last_tick", engine::format_instant(lease.beat_at, zone)},
          {"expires_at", engine::format_instant(lease.expires_at, zone)},
          {"last_sweep", at_or_null(lease.swept_at, zone)},
          {"faults", lease.faults}};
}

json ages_json(const engine::Health& health) {
  json ages = json::array();
  for (const auto& band : health.overdue_ages) {
    const bool last = band.up_to == engine::Milliseconds::max();
    const auto seconds = std::chrono::duration_cast<engine::Seconds>(band.up_to).count();
    ages.push_back({{"up_to_seconds", last ? json() : json(seconds)}, {"count", band.count}});
  }
  return ages;
}

}  // namespace

std::string finding_words(const engine::HealthFinding& finding, const Language& language) {
  return fill(language.translate(finding.message), finding.args);
}

json health_json(const engine::Health& health, const engine::Zone& zone, const Language& language) {
  return {{"healthy", health.healthy()},
          {"as_of", engine::format_instant(health.as_of, zone)},
          {"findings", findings_json(health, language)},
          {"scheduler", scheduler_json(health, zone)},
          {"unraised", health.unraised},
          {"oldest_unraised", at_or_null(health.oldest_unraised, zone)},
          {"overdue", health.overdue},
          {"oldest_overdue", at_or_null(health.oldest_overdue, zone)},
          {"overdue_ages", ages_json(health)},
          {"last_night", health.last_night ? json(engine::format_date(*health.last_night)) : json()},
          {"free_bytes", health.ground.free_bytes},
          {"writable", health.ground.writable}};
}

}  // namespace workflows
