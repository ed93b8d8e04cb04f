#include "cli/calendar_change.hpp"

#include "engine/time/national.hpp"

#include <algorithm>

namespace cli {
namespace {

using engine::Reading;

std::vector<std::string> open_cases(Reading& reading) {
  std::vector<std::string> ids;
  reading.each_case({}, [&](const engine::CaseRecord& record) {
    ids.push_back(record.id);
    return true;
  });
  return ids;
}

const engine::Deadline* same_clock(const engine::CaseRecord& record, const engine::ClockEntry& entry) {
  for (const auto& deadline : record.deadlines)
    if (deadline.name == entry.deadline && deadline.cycle == entry.cycle && deadline.running()) return &deadline;
  return nullptr;
}

void book(CalendarMoves& moves, const engine::CaseRecord& before, const engine::ClockEntry& counted) {
  const auto* old = same_clock(before, counted);
  if (old == nullptr) return;
  if (counted.due < old->due)
    moves.earlier.push_back({before.number, counted.deadline, before.centre, old->due, counted.due});
  else
    ++(counted.due > old->due ? moves.later : moves.settled);
}

}  // namespace

CalendarMoves change_calendar(engine::Writing& writing, engine::Desk& desk, const engine::Actor& actor,
                              const engine::StoredCalendar& layer, const std::function<void(std::int64_t)>& progress) {
  CalendarMoves moves;
  moves.revision = writing.put_calendar(layer);
  const auto world = engine::World::load(writing);
  engine::Batch batch(writing, desk.process(), *world, desk.now());
  std::int64_t looked_at = 0;
  for (const auto& id : open_cases(writing)) {
    auto trip = batch.find(id);
    if (!trip) continue;
    const auto before = trip->record();
    if (const auto taken = trip->recount(actor, layer.why)) {
      trip->store();
      ++moves.cases;
      for (const auto& counted : taken->clocks) book(moves, before, counted);
    }
    if (progress) progress(++looked_at);
  }
  std::ranges::sort(moves.earlier, {}, &MovedLimit::new_due);
  return moves;
}

engine::Calendar calendar_around(Reading& reading, const engine::Calendar& national, const std::string& layer_name) {
  const bool whole_country = layer_name == "cn" || layer_name.starts_with("cn-") || layer_name == "decision";
  auto calendar = national;
  if (!whole_country)
    for (const auto& stored : reading.stored_calendars())
      if (stored.name == layer_name) calendar = calendar.with(engine::read_native_layer(stored.content, stored.name));
  return calendar;
}

}  // namespace cli
