#include "workflows/answers/step_lines.hpp"

#include "engine/mark.hpp"
#include "workflows/words/moments.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>

namespace workflows {
namespace {
using engine::mark;
using Op = engine::ClockEntry::Op;

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

}  // namespace

const engine::Deadline* clock_of(const engine::CaseRecord& record, const engine::ClockEntry& entry) {
  const auto found = std::ranges::find_if(record.deadlines, [&](const engine::Deadline& each) {
    return each.name == entry.deadline && each.cycle == entry.cycle;
  });
  return found == record.deadlines.end() ? nullptr : &*found;
}

std::vector<std::string> step_lines(const Language& language, const engine::Done& done, const engine::World& world,
                                    const engine::Zone& zone) {
  std::vector<std::string> lines{head_line(language, done, world)};
  for (const auto& entry : done.clocks) {
    const auto* clock = clock_of(done.record, entry);
    auto line = clock == nullptr ? std::string() : clock_line(language, entry, *clock, zone);
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace workflows
