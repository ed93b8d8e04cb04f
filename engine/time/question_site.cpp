#include "engine/time/question_site.hpp"

#include "engine/error.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/scanner.hpp"
#include "engine/time/text.hpp"

#include <fmt/format.h>

namespace engine {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 7> weekdays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr std::size_t most_entries = 100'000;

[[noreturn]] void refuse(std::string_view key) {
  throw Error(Error::Kind::Usage, "bad_question",
              fmt::format(mark("The question's \"{0}\" is missing or not of the right form."), printable(key, 40)));
}

/// The value under `key`, or null when it is absent or null.
const json* find(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

const std::string& text_of(const json& value, std::string_view key) {
  if (!value.is_string()) refuse(key);
  return value.get_ref<const std::string&>();
}

const json& pair_of(const json& value, std::string_view key) {
  if (!value.is_array() || value.size() != 2) refuse(key);
  return value;
}

DayHours hours_of(const json& spans, std::string_view key) {
  if (!spans.is_array()) refuse(key);
  DayHours hours;
  for (const json& span : spans) {
    const json& ends = pair_of(span, key);
    hours.push_back({parse_time_of_day(text_of(ends[0], key)), parse_time_of_day(text_of(ends[1], key))});
  }
  return hours;
}

WeekHours week_of(const json& question) {
  WeekHours week;
  const json* hours = find(question, "weekly_hours");
  if (hours == nullptr) return week;
  if (!hours->is_object()) refuse("weekly_hours");
  for (std::size_t i = 0; i < weekdays.size(); ++i) {
    if (const json* day = find(*hours, weekdays[i])) week[i] = hours_of(*day, "weekly_hours");
  }
  return week;
}

std::map<Date, DayHours> dated_hours(const json& question, const char* key) {
  std::map<Date, DayHours> found;
  const json* dates = find(question, key);
  if (dates == nullptr) return found;
  if (!dates->is_object() || dates->size() > most_entries) refuse(key);
  for (const auto& [date, spans] : dates->items()) found[parse_date(date)] = hours_of(spans, key);
  return found;
}

void add_holiday(CalendarLayer& layer, const std::string& text) {
  const CalendarEntry holiday{Date{}, false, DayReason::Holiday, {}, {}};
  const auto yearly = text.size() == 5 ? try_parse_date("2000-" + text) : std::nullopt;
  if (yearly) {
    const std::chrono::year_month_day day{*yearly};
    return add_yearly(layer, static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), holiday);
  }
  layer.entries.push_back(holiday);
  layer.entries.back().date = parse_date(text);
}

Calendar calendar_of(const json& question) {
  const json* dates = find(question, "holidays");
  if (dates == nullptr) return Calendar::none();
  if (!dates->is_array() || dates->size() > most_entries) refuse("holidays");
  CalendarLayer layer{.name = "question", .revision = 1, .official = false, .covered_years = {}, .entries = {}};
  for (const json& date : *dates) {
    add_holiday(layer, text_of(date, "holidays"));
    if (layer.entries.size() > 2 * most_entries) refuse("holidays");  // a date of every year is three hundred dates
  }
  return Calendar::none().with(std::move(layer));
}

}  // namespace

const std::string& question_text(const json& question, const char* key) {
  const json* value = find(question, key);
  if (value == nullptr) refuse(key);
  return text_of(*value, key);
}

Zone question_zone(const json& question) {
  return find(question, "timezone") == nullptr ? Zone::utc() : Zone::named(question_text(question, "timezone"));
}

Site question_site(const json& question) {
  SiteSpec spec;
  spec.timezone = question_zone(question).name();
  spec.week = week_of(question);
  spec.overrides = dated_hours(question, "date_open_overrides");
  spec.breaks = dated_hours(question, "date_breaks");
  spec.calendar = calendar_of(question);
  return Site(std::move(spec));
}

Pauses question_pauses(const json& question, const Zone& zone) {
  const json* list = find(question, "pauses");
  if (list == nullptr) return {};
  if (!list->is_array() || list->size() > most_entries) refuse("pauses");
  std::vector<PausedSpan> pauses;
  for (const json& pause : *list) {
    const json& ends = pair_of(pause, "pauses");
    pauses.push_back(
        {parse_instant(text_of(ends[0], "pauses"), zone), parse_instant(text_of(ends[1], "pauses"), zone)});
  }
  return pauses;
}

}  // namespace engine
