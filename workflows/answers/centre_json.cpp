#include "workflows/answers/centre_json.hpp"

#include "engine/json.hpp"
#include "engine/time/text.hpp"

#include <array>

namespace workflows {
namespace {

constexpr std::array<const char*, 7> days = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

std::string span_text(const engine::OpenSpan& span) {
  return engine::format_time_of_day(span.from) + "-" + engine::format_time_of_day(span.to);
}

}  // namespace

std::vector<DayHours> week_hours(const engine::Site& site) {
  std::vector<DayHours> week;
  for (std::size_t at = 0; at < days.size(); ++at) {
    const auto day = (at + 1) % days.size();
    DayHours hours{days[day], {}};
    for (const auto& span : site.spec().week[day]) hours.spans.push_back(span_text(span));
    if (!hours.spans.empty()) week.push_back(std::move(hours));
  }
  return week;
}

nlohmann::json centre_json(const engine::Centre& centre, const engine::Site& site) {
  auto hours = nlohmann::json::object();
  for (const auto& day : week_hours(site)) hours[std::string(day.day)] = day.spans;
  return {{"id", centre.id},
          {"name", centre.name},
          {"level", centre.level},
          {"parent", centre.parent},
          {"register_format", centre.register_format},
          {"mediation_format", centre.mediation_format},
          {"timezone", site.zone().name()},
          {"hours", hours},
          {"calendar", site.calendar().revision()}};
}

nlohmann::json person_json(const engine::Person& person, const engine::Zone& zone) {
  nlohmann::json result = {{"id", person.id},         {"name", person.name}, {"login", person.login},
                           {"centre", person.centre}, {"unit", person.unit}, {"attendance", person.attendance},
                           {"roles", person.roles},   {"head", person.head}, {"from", nullptr},
                           {"until", nullptr}};
  if (person.from) result["from"] = engine::format_instant(*person.from, zone);
  if (person.until) result["until"] = engine::format_instant(*person.until, zone);
  return result;
}

}  // namespace workflows
