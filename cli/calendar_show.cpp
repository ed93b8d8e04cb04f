#include "cli/calendar_answer.hpp"
#include "cli/table.hpp"
#include "cli/text.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

#include <array>

namespace cli {
namespace {

using engine::Calendar;
using engine::mark;
using nlohmann::json;
using std::chrono::days;

/// The words people read for engine::DayReason, in its order.
constexpr std::array reason_words{
    mark("working day"),        mark("weekend"),          mark("statutory holiday"),
    mark("adjusted rest day"),  mark("extended holiday"), mark("make-up working day"),
    mark("closed by the site"), mark("decided here"),     mark("statutory holiday, list not published"),
    mark("not open"),           mark("hours of its own")};

std::string standing_word(Session& session, engine::Standing standing) {
  return session.say(standing == engine::Standing::Firm ? mark("firm") : mark("provisional"));
}

json day_json(engine::Date date, const engine::DayStatus& day) {
  return {{"date", engine::format_date(date)},
          {"working", day.working},
          {"reason", engine::to_string(day.reason)},
          {"standing", engine::to_string(day.standing)},
          {"name", day.name},
          {"notice", day.notice},
          {"layer", day.layer}};
}

std::vector<std::string> day_cells(Session& session, engine::Date date, const engine::DayStatus& day) {
  return {engine::format_date(date),
          session.say(day.working ? mark("work") : mark("off")),
          session.say(reason_words[static_cast<std::size_t>(day.reason)]),
          one_line(day.name),
          standing_word(session, day.standing),
          one_line(day.notice)};
}

/// The days of a year that differ from the plain week.
std::vector<engine::Date> special_days(const Calendar& calendar, std::chrono::year year) {
  std::vector<engine::Date> special;
  for (engine::Date date{year / 1 / 1}; date < engine::Date{(year + std::chrono::years{1}) / 1 / 1}; date += days{1}) {
    const auto reason = calendar.day(date).reason;
    if (reason != engine::DayReason::Weekday && reason != engine::DayReason::Weekend) special.push_back(date);
  }
  return special;
}

void show_days(Session& session, const Calendar& calendar, const std::vector<engine::Date>& dates) {
  if (session.json()) {
    auto list = json::array();
    for (const auto date : dates) list.push_back(day_json(date, calendar.day(date)));
    return session.print({{"calendar_revision", calendar.revision()}, {"days", list}});
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto date : dates) rows.push_back(day_cells(session, date, calendar.day(date)));
  const auto say = [&](const char* text) { return session.say(text); };
  session.out().write(draw_table({say(mark("day")), say(mark("status")), say(mark("reason")), say(mark("name")),
                                  say(mark("standing")), say(mark("notice"))},
                                 rows));
}

void show_whole(Session& session, engine::Reading& reading, const Calendar& calendar) {
  const auto provisional = calendar.provisional_from();
  const auto until = provisional ? engine::format_date(*provisional - days{1}) : std::string();
  auto stored = json::array();
  for (const auto& layer : reading.stored_calendars())
    stored.push_back({{"revision", layer.revision},
                      {"layer", layer.name},
                      {"author", layer.author},
                      {"why", layer.why},
                      {"recorded_at", engine::format_utc(layer.recorded_at)}});
  if (session.json())
    return session.print({{"calendar", calendar.name()},
                          {"calendar_revision", calendar.revision()},
                          {"revision", reading.calendar_revision()},
                          {"covered_until", until},
                          {"stored", stored}});
  auto& out = session.out();
  out.line(session.say(mark("Calendar {0}, revision {1}"), calendar.name(), calendar.revision()));
  if (provisional)
    out.line(session.say(mark("Firm until {0}; later limits are provisional until the next list is imported "
                              "(maotiao calendar import FILE)."),
                         until));
  for (const auto& layer : reading.stored_calendars())
    out.line(session.say(mark("  revision {0}: {1}, by {2}: {3}"), layer.revision, layer.name, layer.author,
                         one_line(layer.why)));
}

}  // namespace

int show_calendar(Session& session, const std::string& what) {
  session.read([&](engine::Reading& reading, const engine::World& world) {
    const auto& calendar = world.default_site().calendar();
    if (what.empty()) return show_whole(session, reading, calendar);
    if (const auto date = engine::try_parse_date(what)) return show_days(session, calendar, {*date});
    const auto first = engine::try_parse_date(what + "-01-01");
    if (!first) throw wrong_words(mark("show takes a day (2027-02-08) or a year (2027), not {0}"), what);
    show_days(session, calendar, special_days(calendar, std::chrono::year_month_day{*first}.year()));
  });
  return exit_done;
}

}  // namespace cli
