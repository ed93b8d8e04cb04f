#include "engine/schedule/health.hpp"

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/database.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/health_json.hpp"

namespace cli {
namespace {
using engine::Health;
using engine::mark;

std::vector<Option> options(std::string_view) { return {}; }

std::string band_words(const Language& language, const engine::AgeBand& band) {
  if (band.up_to == engine::Milliseconds::max()) return language.translate(mark("longer"));
  const auto hours = std::chrono::duration_cast<std::chrono::hours>(band.up_to).count();
  return hours <= 24 ? language.say(mark("up to {0} h"), hours) : language.say(mark("up to {0} d"), hours / 24);
}

void tell_overdue(Session& session, const Health& health, const engine::Zone& zone) {
  if (!health.oldest_overdue) return session.out().line(session.say(mark("Nothing is overdue.")));
  session.out().line(session.say(mark("Overdue limits: {0}, the oldest since {1}"), health.overdue,
                                 at_words(*health.oldest_overdue, zone)));
  std::vector<std::vector<std::string>> rows;
  for (const auto& band : health.overdue_ages)
    rows.push_back({band_words(session.language(), band), std::to_string(band.count)});
  session.out().write(draw_table({session.say(mark("Overdue for")), session.say(mark("Limits"))}, rows));
}

void tell_scheduler(Session& session, const engine::Lease& lease, const engine::Zone& zone) {
  session.out().line(
      session.say(mark("Last sign of life: {0} (lease {1})"), at_words(lease.beat_at, zone), lease.fence));
  if (!lease.owner.empty())
    session.out().line(
        session.say(mark("{0} watches the clocks since {1}"), lease.owner, at_words(lease.taken_at, zone)));
  if (lease.swept_at) session.out().line(session.say(mark("Last alerts raised: {0}"), at_words(*lease.swept_at, zone)));
}

void tell_text(Session& session, const Health& health, const engine::Zone& zone) {
  auto& out = session.out();
  out.line(session.say(health.healthy() ? mark("Healthy at {0}.") : mark("NOT HEALTHY at {0}:"),
                       at_words(health.as_of, zone)));
  for (const auto& finding : health.findings) out.line("  ! " + workflows::finding_words(finding, session.language()));
  if (health.lease) tell_scheduler(session, *health.lease, zone);
  if (health.unraised > 0) out.line(session.say(mark("Limits that wait for an alert: {0}"), health.unraised));
  if (health.last_night)
    out.line(session.say(mark("Last run of the night: {0}"), engine::format_date(*health.last_night)));
  tell_overdue(session, health, zone);
}

int run(Session& session, const Arguments&) {
  const auto ground = ground_of(session.database());
  Health health;
  session.read([&](engine::Reading& reading, const engine::World& world) {
    health = engine::health(reading, world, session.desk().now(), ground);
  });
  const auto zone = session.zone_of("");
  if (session.json())
    session.print(workflows::health_json(health, zone, session.language()));
  else
    tell_text(session, health, zone);
  return health.healthy() ? exit_done : exit_fault;
}

}  // namespace

const Command health_command{options, "health --json", run};

}  // namespace cli
