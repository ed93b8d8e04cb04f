#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/main_site.hpp"
#include "workflows/words/fault.hpp"

#include <nlohmann/json.hpp>

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

}  // namespace web
