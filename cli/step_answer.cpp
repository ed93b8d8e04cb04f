#include "cli/step_answer.hpp"

#include "cli/next_steps.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace cli {
namespace {
using engine::mark;
using Op = engine::ClockEntry::Op;

const engine::Deadline* clock_of(const engine::CaseRecord& record, const engine::ClockEntry& entry) {
  const auto found = std::ranges::find_if(record.deadlines, [&](const engine::Deadline& each) {
    return each.name == entry.deadline && each.cycle == entry.cycle;
  });
  return found == record.deadlines.end() ? nullptr : &*found;
}

nlohmann::json as_json(const engine::Done& done, const engine::Zone& zone, engine::Instant now) {
  auto result = case_json(done.record, zone);
  result["event"] = done.entry.event;
  result["occurred_at"] = engine::format_instant(done.entry.occurred_at, zone);
  result["late_entry"] = done.entry.late_entry;
  result["revision"] = done.record.revision;
  if (!done.record.second_number.empty()) result["mediation_number"] = done.record.second_number;
  result["deadlines"] = nlohmann::json::array();
  for (const auto& entry : done.clocks) {
    if (const auto* clock = clock_of(done.record, entry))
      result["deadlines"].push_back(deadline_json(*clock, now, zone));
  }
  return result;
}

std::string met_line(const Language& language, const engine::Deadline& clock) {
  const auto name = deadline_word(language, clock.name);
  if (*clock.met <= clock.due) return language.say(mark("{0}: kept, on time"), name);
  const auto by = span_words(language, *clock.met - clock.due);
  if (!clock.standard) return language.say(mark("{0}: {1} LATE"), name, by);  // only a promise asks for the reason
  return language.say(mark("{0}: {1} LATE, on record with the reason"), name, by);
}

std::string clock_line(const Language& language, const engine::ClockEntry& entry, const engine::Deadline& clock,
                       const engine::Zone& zone) {
  const auto name = deadline_word(language, clock.name);
  switch (entry.op) {
    case Op::Meet: return met_line(language, clock);
    case Op::Stop: return {};
    case Op::Pause: return language.say(mark("{0}: stands still"), name);
    default: return language.say(mark("{0}: until {1}"), name, at_words(clock.due, zone));
  }
}

std::string person_name(const engine::World& world, const std::string& id) {
  const auto* person = world.person(id);
  return person == nullptr ? id : person->name;
}

std::string head_line(const Language& language, const engine::Done& done, const engine::World& world) {
  auto line = event_word(language, done.entry.event) + " -> " + state_word(language, done.record.state);
  if (!done.record.holder.empty()) {
    line += language.say(mark("; held by {0}"), person_name(world, done.record.holder));
  }
  if (done.entry.late_entry) line += language.translate(mark("; late entry"));
  return line;
}

// The steps on the path that can be taken now, so that nobody has to ask what comes next.
void print_next(Session& session, const engine::CaseRecord& record) {
  std::string word;
  session.read([&](engine::Reading&, const engine::World& world) {
    word = word_for(record, world, session.actor().centre, session.desk().now());
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
    out.line(head_line(language, done, world));
    if (done.entry.event == "accept") out.line(done.record.second_number);
    for (const auto& entry : done.clocks) {
      const auto* clock = clock_of(done.record, entry);
      const auto line = clock == nullptr ? std::string() : clock_line(language, entry, *clock, zone);
      if (!line.empty()) out.line("  " + line);
    }
  });
  if (!session.json() && done.record.open) print_next(session, done.record);
}

}  // namespace cli
