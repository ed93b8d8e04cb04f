#include "engine/calendar_change.hpp"

#include "engine/time/layer_json.hpp"
#include "engine/time/national.hpp"

#include <algorithm>

namespace engine {
namespace {

std::vector<std::string> open_cases(Reading& reading, const std::string& centre) {
  std::vector<std::string> ids;
  CaseFilter filter;
  filter.centre = centre;
  reading.each_case(filter, [&](const CaseRecord& record) {
    ids.push_back(record.id);
    return true;
  });
  return ids;
}

const Deadline* same_clock(const CaseRecord& record, const ClockEntry& entry) {
  for (const auto& deadline : record.deadlines)
    if (deadline.name == entry.deadline && deadline.cycle == entry.cycle && deadline.running()) return &deadline;
  return nullptr;
}

void book(CalendarMoves& moves, const CaseRecord& before, const ClockEntry& counted) {
  const auto* old = same_clock(before, counted);
  if (old == nullptr) return;
  if (counted.due < old->due)
    moves.earlier.push_back({before.number, counted.deadline, before.centre, old->due, counted.due});
  else
    ++(counted.due > old->due ? moves.later : moves.settled);
}

/// Counts the running limits of these open cases anew and books what moves.
void count_anew(CalendarMoves& moves, Batch& batch, const std::vector<std::string>& cases, const Actor& actor,
                const std::string& why, const std::function<void(std::int64_t)>& progress) {
  std::int64_t looked_at = 0;
  for (const auto& id : cases) {
    auto trip = batch.find(id);
    if (!trip) continue;
    const auto before = trip->record();
    if (const auto taken = trip->recount(actor, why)) {
      trip->store();
      ++moves.cases;
      for (const auto& counted : taken->clocks) book(moves, before, counted);
    }
    if (progress) progress(++looked_at);
  }
  std::ranges::sort(moves.earlier, {}, &MovedLimit::new_due);
}

/// A centre without a site of its own has that of the centre above.
bool takes_its_site_from(const World& world, const Centre& below, const std::string& centre) {
  const Centre* at = &below;
  while (at != nullptr && at->id != centre && at->site.empty()) at = world.centre(at->parent);
  return at != nullptr && at->id == centre;
}

}  // namespace

CalendarMoves change_calendar(Writing& writing, Desk& desk, const Actor& actor, const StoredCalendar& layer,
                              const std::function<void(std::int64_t)>& progress) {
  CalendarMoves moves;
  moves.revision = writing.put_calendar(layer);
  const auto world = World::load(writing);
  Batch batch(writing, desk.process(), *world, desk.now());
  count_anew(moves, batch, open_cases(writing, {}), actor, layer.why, progress);
  return moves;
}

CalendarMoves change_site(Writing& writing, Desk& desk, const Actor& actor, const Centre& centre,
                          const std::string& why) {
  CalendarMoves moves;
  writing.put_centre(centre);
  const auto world = World::load(writing);
  Batch batch(writing, desk.process(), *world, desk.now());
  for (const Centre& each : world->centres())
    if (takes_its_site_from(*world, each, centre.id))
      count_anew(moves, batch, open_cases(writing, each.id), actor, why, {});
  return moves;
}

Calendar calendar_around(Reading& reading, const Calendar& national, const std::string& layer_name) {
  const bool whole_country = layer_name == "cn" || layer_name.starts_with("cn-") || layer_name == "decision";
  auto calendar = national;
  if (!whole_country)
    for (const auto& stored : reading.stored_calendars())
      if (stored.name == layer_name) calendar = calendar.with(read_native_layer(stored.content, stored.name));
  return calendar;
}

StoredCalendar decided_day(Reading& reading, Date day, bool working, const std::string& why, const std::string& author,
                           Instant now) {
  constexpr const char* decisions = "decision";
  CalendarLayer layer;
  layer.name = decisions;
  for (const auto& stored : reading.stored_calendars())
    if (stored.name == decisions) layer = read_native_layer(stored.content, stored.name);
  layer.revision = static_cast<int>(reading.calendar_revision()) + 1;
  std::erase_if(layer.entries, [&](const CalendarEntry& entry) { return entry.date == day; });
  layer.entries.push_back({day, working, DayReason::Set, why, ""});
  return {0, layer.name, layer_json(layer), author, why, now};
}

}  // namespace engine
