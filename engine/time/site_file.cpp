#include "engine/time/site_file.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/time/national.hpp"
#include "engine/time/scanner.hpp"
#include "engine/time/text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace engine {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20U;

[[noreturn]] void refuse(const std::string& sentence) { throw Error(Error::Kind::Usage, "bad_site", sentence); }

[[noreturn]] void refuse_value(std::string_view key, std::string_view wanted) {
  refuse(fmt::format(mark("The site file's \"{0}\" is not right; it must be {1}."), key, wanted));
}

std::string text_of(const toml::node& node, std::string_view key) {
  if (const auto text = node.value_exact<std::string>()) return *text;
  refuse_value(key, mark("a text in quotes"));
}

const toml::table& table_of(const toml::node& node, std::string_view key) {
  if (const auto* table = node.as_table()) return *table;
  refuse_value(key, mark("a table"));
}

void known_keys(const toml::table& table, std::string_view where, std::initializer_list<std::string_view> known) {
  for (const auto& [key, value] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    refuse(fmt::format(mark("The site file has a key \"{0}\" that means nothing; known here are {1}."),
                       std::string(where) + printable(key.str(), 40), fmt::join(known, ", ")));
  }
}

template <class Choice>
struct Word {
  std::string_view word;
  Choice choice;
};

/// Reads one of a few words, e.g. "closing" or "midnight".
template <class Choice, std::size_t n>
Choice choice_of(const toml::node& node, std::string_view key, const std::array<Word<Choice>, n>& words) {
  const std::string text = text_of(node, key);
  std::string wanted;
  for (const auto& [word, choice] : words) {
    if (word == text) return choice;
    wanted += fmt::format("{}\"{}\"", wanted.empty() ? "" : " or ", word);
  }
  refuse_value(key, wanted);
}

constexpr std::array<Word<DayEnd>, 2> day_ends{{{"closing", DayEnd::Closing}, {"midnight", DayEnd::Midnight}}};
constexpr std::array<Word<ReceptionClock>, 2> clocks{{{"wall", ReceptionClock::Wall}, {"open", ReceptionClock::Open}}};
constexpr std::array<Word<VisitAnchor>, 3> anchors{
    {{"resolution", VisitAnchor::Resolution}, {"reception", VisitAnchor::Reception}, {"both", VisitAnchor::Both}}};
constexpr std::array<std::string_view, 7> weekdays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

DayHours hours_of(const toml::node& node, const std::string& key) {
  const auto* list = node.as_array();
  if (list == nullptr) refuse_value(key, mark("a list of spans such as [\"08:30-12:00\"]"));
  DayHours hours;
  for (const auto& span : *list) {
    try {
      hours.push_back(parse_span(text_of(span, key)));
    } catch (const Error& error) {
      refuse(fmt::format("{}: {}", key, error.what()));
    }
  }
  return checked_hours(std::move(hours), key);
}

WeekHours week_of(const toml::table& table) {
  known_keys(table, "hours.", {"mon", "tue", "wed", "thu", "fri", "sat", "sun"});
  WeekHours week;
  for (std::size_t i = 0; i < weekdays.size(); ++i) {
    if (const auto* day = table.get(weekdays[i])) week[i] = hours_of(*day, "hours." + std::string(weekdays[i]));
  }
  return week;
}

std::map<Date, DayHours> dated_hours(const toml::table& table, const std::string& where) {
  std::map<Date, DayHours> found;
  for (const auto& [key, value] : table) {
    const std::string name = where + "." + printable(key.str(), 20);
    const auto date = try_parse_date(key.str());
    if (!date) refuse_value(name, mark("named by a date such as \"2026-05-01\""));
    found[*date] = hours_of(value, name);
  }
  return found;
}

std::string date_text(const toml::node& node) {
  if (const auto date = node.value_exact<toml::date>()) {
    return fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day);
  }
  return text_of(node, "closing_days");
}

/// "2026-08-01" for once, "12-25" for every year.
void add_closing(CalendarLayer& layer, const std::string& text, const std::string& why) {
  const CalendarEntry entry{Date{}, false, DayReason::OwnClosing, why, {}};
  if (const auto date = try_parse_date(text)) {
    layer.entries.push_back(entry);
    layer.entries.back().date = *date;
  } else if (const auto leap = try_parse_date("2000-" + text)) {
    const std::chrono::year_month_day day{*leap};
    add_yearly(layer, static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), entry);
  } else {
    refuse_value("closing_days", mark("dates such as \"2026-08-01\", or \"12-25\" for every year"));
  }
}

/// A site file has no history, so its closing days are numbered by what they hold: other days, other number.
int number_of(const CalendarLayer& layer) {
  std::uint32_t hash = 2'166'136'261U;
  for (const auto& entry : layer.entries) {
    for (const char c : format_date(entry.date) + entry.name)
      hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619U;
  }
  return static_cast<int>(hash & 0x7FFFFFFFU);
}

CalendarLayer closing_days(const toml::node& node) {
  CalendarLayer layer{.name = "own", .revision = 1, .official = false, .covered_years = {}, .entries = {}};
  if (const auto* list = node.as_array()) {
    if (list->size() > 1000) refuse_value("closing_days", mark("at most 1000 days"));
    for (const auto& day : *list) add_closing(layer, date_text(day), {});
  } else {
    if (table_of(node, "closing_days").size() > 1000) refuse_value("closing_days", mark("at most 1000 days"));
    for (const auto& [day, why] : table_of(node, "closing_days")) {
      add_closing(layer, std::string(day.str()), text_of(why, "closing_days"));
    }
  }
  layer.revision = number_of(layer);
  return layer;
}

toml::table parsed(std::string_view text) {
  if (text.size() > most_bytes) refuse(mark("The site file is larger than 1 MiB; it holds only hours and dates."));
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    const auto line = error.source().begin.line;
    const bool twice = error.description().find("redefine") != std::string_view::npos;
    refuse(fmt::format(
        fmt::runtime(twice ? mark("The site file says a second time in line {0} what stands there already: {1}")
                           : mark("The site file cannot be read at line {0}: {1}")),
        line, line_shown(text, line)));
  }
}

void read_calendar(SiteSpec& spec, const toml::table& file, const CalendarFinder& find_calendar) {
  const auto* name = file.get("calendar");
  spec.calendar = find_calendar(name != nullptr ? text_of(*name, "calendar") : default_calendar_name(spec.timezone));
  if (const auto* days = file.get("closing_days")) spec.calendar = spec.calendar.with(closing_days(*days));
}

void read_settings(SiteSpec& spec, const toml::table& file) {
  if (const auto* node = file.get("day_end")) spec.day_end = choice_of(*node, "day_end", day_ends);
  if (const auto* node = file.get("reception")) {
    const auto& reception = table_of(*node, "reception");
    known_keys(reception, "reception.", {"clock"});
    if (const auto* clock = reception.get("clock")) {
      spec.reception_clock = choice_of(*clock, "reception.clock", clocks);
    }
  }
  if (const auto* node = file.get("visit")) {
    const auto& visit = table_of(*node, "visit");
    known_keys(visit, "visit.", {"anchor"});
    if (const auto* anchor = visit.get("anchor")) spec.visit_anchor = choice_of(*anchor, "visit.anchor", anchors);
  }
}

}  // namespace

Calendar built_in_calendar(const std::string& name) {
  if (name == "cn") return national_calendar();
  if (name == "weekends") return Calendar::weekends();
  if (name == "none") return Calendar::none();
  throw Error(
      Error::Kind::NotFound, "unknown_calendar",
      fmt::format(mark("There is no calendar \"{0}\"; built in are cn, weekends and none."), printable(name, 60)));
}

std::string default_calendar_name(std::string_view timezone) {
  static constexpr std::array<std::string_view, 7> mainland{
      "Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "Asia/Kashgar", "PRC"};
  return std::find(mainland.begin(), mainland.end(), timezone) != mainland.end() ? "cn" : "none";
}

SiteSpec read_site_spec(std::string_view text, const CalendarFinder& find_calendar) {
  const toml::table file = parsed(text);
  known_keys(file, "",
             {"name", "timezone", "calendar", "day_end", "reception", "visit", "hours", "overrides", "breaks",
              "closing_days"});
  SiteSpec spec;
  if (const auto* zone = file.get("timezone")) spec.timezone = text_of(*zone, "timezone");
  read_calendar(spec, file, find_calendar);
  read_settings(spec, file);
  if (const auto* hours = file.get("hours")) spec.week = week_of(table_of(*hours, "hours"));
  if (const auto* days = file.get("overrides")) spec.overrides = dated_hours(table_of(*days, "overrides"), "overrides");
  if (const auto* days = file.get("breaks")) spec.breaks = dated_hours(table_of(*days, "breaks"), "breaks");
  return spec;
}

Site read_site(std::string_view text, const CalendarFinder& find_calendar) {
  return Site(read_site_spec(text, find_calendar));
}

}  // namespace engine
