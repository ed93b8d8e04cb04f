#include "web/api/feed.hpp"

#include "engine/mark.hpp"
#include "web/feed/calendar_text.hpp"
#include "workflows/words/words.hpp"

namespace web {
namespace {

using engine::mark;

constexpr std::size_t events_most = 2000;
constexpr auto ahead = std::chrono::days{400};
constexpr std::string_view ending = ".ics";

LimitEvent event_of(const engine::DeadlineRow& row, const engine::World& world, const workflows::Language& language) {
  const auto* centre = world.centre(row.centre);
  const auto place = centre == nullptr ? row.centre : centre->name;
  const auto state = workflows::state_word(language, row.state);
  const auto& clock = row.deadline;
  return {row.case_id + "." + clock.name + "." + std::to_string(clock.cycle) + "@maotiao.invalid", clock.due,
          row.case_number + " " + workflows::deadline_word(language, clock.name),
          row.holder.empty() ? language.say(mark("{0}; {1}"), place, state)
                             : language.say(mark("{0}; {1}; held by {2}"), place, state, row.holder)};
}

}  // namespace

bool is_feed(const Request& request) {
  return request.path.size() == 2 && request.path[0] == "calendar" && request.path[1].ends_with(ending);
}

std::string feed_token(const Request& request) {
  return request.path[1].substr(0, request.path[1].size() - ending.size());
}

Answer feed_answer(Office& office, const engine::Actor& reader, const workflows::Language& language) {
  std::vector<LimitEvent> events;
  auto& desk = office.desk;
  desk.store().read([&](engine::Reading& reading) {
    const auto world = desk.world(reading);
    auto sight = desk.sight(reading, reader);
    reading.each_warned(desk.now() + ahead, [&](const engine::DeadlineRow& row) {
      if (sight.sees(reading, row)) events.push_back(event_of(row, *world, language));
      return events.size() < events_most;
    });
  });
  const auto name = language.say(mark("Limits, {0}"), office.organisation);
  return Answer(200).body(calendar_text(name, events, desk.now()), "text/calendar; charset=utf-8");
}

}  // namespace web
