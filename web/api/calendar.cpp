#include "engine/calendar_change.hpp"
#include "engine/draft.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/main_site.hpp"
#include "workflows/words/fault.hpp"
#include "workflows/words/words.hpp"

namespace web {
namespace {

using engine::DayReason;
using engine::mark;
using nlohmann::json;
using std::chrono::years;

std::string_view kind_of(const engine::DayStatus& day) {
  switch (day.reason) {
    case DayReason::Weekday: return "work";
    case DayReason::Weekend: return "rest";
    default: return day.working ? "makeup" : "holiday";
  }
}

/// One day that somebody wants to decide.
struct WishedDay {
  engine::Date date;
  bool open;
  std::string why;
};

WishedDay day_wished(const Request& request) {
  const auto body = body_of(request);
  const auto date = body.find("date");
  const auto open = body.find("open");
  const auto why = body.find("why");
  const bool told = date != body.end() && date->is_string() && open != body.end() && open->is_boolean() &&
                    why != body.end() && why->is_string() && !why->get<std::string>().empty();
  if (!told) throw workflows::wrong_words(mark("say the day, whether it is open, and why"));
  return {engine::parse_date(date->get<std::string>()), open->get<bool>(), why->get<std::string>()};
}

engine::CalendarMoves changed(const Call& call, engine::Writing& writing, const WishedDay& day) {
  const auto layer = engine::decided_day(writing, day.date, day.open, day.why, call.viewer.actor.person, call.now());
  return engine::change_calendar(writing, call.office.desk, call.viewer.actor, layer);
}

json moves_json(const Call& call, const View& view, const engine::CalendarMoves& moves) {
  auto list = json::array();
  for (const auto& move : moves.earlier) {
    const auto& zone = view.zone(move.centre);
    list.push_back({{"case", move.case_number},
                    {"deadline", move.deadline},
                    {"label", workflows::deadline_word(call.language, move.deadline)},
                    {"from", engine::format_instant(move.old_due, zone)},
                    {"to", engine::format_instant(move.new_due, zone)},
                    {"earlier", true}});
  }
  const auto earlier = static_cast<std::int64_t>(moves.earlier.size());
  return {{"revision", moves.revision}, {"moves", list}, {"later", moves.later}, {"count", earlier + moves.later}};
}

std::chrono::year year_asked(const Call& call, const engine::Zone& zone) {
  const auto text = std::string(call.request.asked("year"));
  if (text.empty()) return std::chrono::year_month_day{zone.date(call.now())}.year();
  const auto first = engine::try_parse_date(text + "-01-01");
  if (!first) throw workflows::wrong_words(mark("\"{0}\" is not a year"), text);
  return std::chrono::year_month_day{*first}.year();
}

json days_json(const engine::Calendar& calendar, std::chrono::year year) {
  auto list = json::array();
  for (engine::Date date{year / 1 / 1}; date < engine::Date{(year + years{1}) / 1 / 1}; date += std::chrono::days{1}) {
    const auto day = calendar.day(date);
    list.push_back({{"date", engine::format_date(date)},
                    {"kind", kind_of(day)},
                    {"name", day.name},
                    {"notice", day.notice},
                    {"provisional", day.standing == engine::Standing::Provisional}});
  }
  return list;
}

}  // namespace

Answer get_calendar(const Call& call) {
  json result;
  look(call, [&](View& view) {
    const auto& site = workflows::main_site(view.world);
    const auto& calendar = site.calendar();
    const auto year = year_asked(call, site.zone());
    result = {{"year", static_cast<int>(year)},
              {"revision", calendar.revision()},
              {"covered_until", nullptr},
              {"days", days_json(calendar, year)}};
    if (const auto open = calendar.provisional_from())
      result["covered_until"] = engine::format_date(*open - std::chrono::days{1});
  });
  return ok(result);
}

Answer post_calendar_preview(const Call& call) {
  const auto day = day_wished(call.request);
  json result;
  look(call, [&](View& view) {
    engine::Draft draft(view.reading);
    const auto moves = changed(call, draft, day);
    result = moves_json(call, view, moves);
  });
  return ok(result);
}

Answer post_calendar_day(const Call& call) {
  const auto day = day_wished(call.request);
  engine::CalendarMoves moves;
  call.office.desk.store().write([&](engine::Writing& writing) { moves = changed(call, writing, day); });
  json result;
  look(call, [&](View& view) { result = moves_json(call, view, moves); });
  return ok(result);
}

}  // namespace web
