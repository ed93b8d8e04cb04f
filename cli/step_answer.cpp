#include "cli/step_answer.hpp"

#include "cli/next_steps.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/step_lines.hpp"

namespace cli {
namespace {
using engine::mark;

nlohmann::json as_json(const engine::Done& done, const engine::Zone& zone, engine::Instant now) {
  auto result = case_json(done.record, zone);
  result["event"] = done.entry.event;
  result["occurred_at"] = engine::format_instant(done.entry.occurred_at, zone);
  result["late_entry"] = done.entry.late_entry;
  result["revision"] = done.record.revision;
  if (!done.record.second_number.empty()) result["mediation_number"] = done.record.second_number;
  result["deadlines"] = nlohmann::json::array();
  for (const auto& entry : done.clocks) {
    if (const auto* clock = workflows::clock_of(done.record, entry))
      result["deadlines"].push_back(deadline_json(*clock, now, zone));
  }
  return result;
}

// The steps on the path that can be taken now, so that nobody has to ask what comes next.
void print_next(Session& session, const engine::CaseRecord& record) {
  std::string word;
  session.read([&](engine::Reading& reading, const engine::World& world) {
    auto& desk = session.desk();
    word = word_for(reading, world, record, desk.sight(reading, session.actor()), desk.now());
  });
  std::string names;
  for (const auto& step : next_steps(session, record, word)) {
    if (!step.missing.empty() || step.aside) continue;
    names += (names.empty() ? "" : " ") + command_word(step.event);
  }
  if (!names.empty()) session.out().line(session.say(mark("Next: {0} (`maotiao next {1}`)"), names, word));
}

}  // namespace

void print_step(Session& session, const engine::Done& done) {
  const auto& language = session.language();
  session.read([&](engine::Reading&, const engine::World& world) {
    const auto& zone = world.site_of(done.record.centre).zone();
    if (session.json()) return session.print(as_json(done, zone, session.desk().now()));
    auto& out = session.out();
    out.line(done.record.number);
    const auto lines = workflows::step_lines(language, done, world, zone);
    out.line(lines.front());
    if (done.entry.event == "accept") out.line(done.record.second_number);
    for (std::size_t n = 1; n < lines.size(); ++n) out.line("  " + lines[n]);
  });
  if (!session.json() && done.record.open) print_next(session, done.record);
}

}  // namespace cli
