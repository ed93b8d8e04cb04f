#include "engine/error.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/calendar_import.hpp"
#include "engine/time/ics_lines.hpp"
#include "engine/time/national.hpp"
#include "engine/time/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace engine {
namespace {

using nlohmann::json;

constexpr std::size_t most_bytes = std::size_t{8} << 20U;

[[noreturn]] void refuse(const std::string& why) {
  throw Error(Error::Kind::Usage, "bad_calendar", fmt::format(mark("The calendar file cannot be used: {0}."), why));
}

json parsed(std::string_view text) {
  if (text.size() > most_bytes) refuse("it is larger than 8 MiB");
  json file = json::parse(text, nullptr, false);
  if (!file.is_object()) refuse("it is no JSON object");
  return file;
}

bool is_weekday(Date date) {
  const std::chrono::weekday weekday{date};
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

struct HolidayDay {
  Date date;
  bool off;
  std::string name;
};

HolidayDay day_of(const json& day) {
  const bool whole = day.is_object() && day.contains("date") && day["date"].is_string() && day.contains("isOffDay") &&
                     day["isOffDay"].is_boolean();
  if (!whole) refuse("a day lacks its date or isOffDay");
  const auto name = day.find("name");
  return {parse_date(day["date"].get_ref<const std::string&>()), day["isOffDay"].get<bool>(),
          name != day.end() && name->is_string() ? clean_text(name->get_ref<const std::string&>(), 200) : ""};
}

void sort_by_date(CalendarProposal& proposal) {
  std::stable_sort(proposal.entries.begin(), proposal.entries.end(),
                   [](const CalendarEntry& a, const CalendarEntry& b) { return a.date < b.date; });
}

}  // namespace

CalendarProposal read_holiday_cn(std::string_view text) {
  const json file = parsed(text);
  const auto days = file.find("days");
  if (days == file.end() || !days->is_array() || days->size() > 1000) refuse("it has no list of at most 1000 days");
  CalendarProposal proposal{.format = "holiday-cn", .official = false, .years = {}, .entries = {}, .ignored = {}};
  const auto year = file.find("year");
  if (year == file.end() || !year->is_number_integer()) refuse("it has no year");
  const auto number = year->get<std::int64_t>();
  if (number < 1900 || number > 2200) refuse("its year is not between 1900 and 2200");
  proposal.years.insert(static_cast<int>(number));
  for (const json& item : *days) {
    const HolidayDay day = day_of(item);
    if (!day.off && is_weekday(day.date)) {
      proposal.ignored.push_back({day.date, day.name, mark("a weekday is a working day anyway")});
    } else {
      proposal.entries.push_back({day.date, !day.off, day.off ? DayReason::Holiday : DayReason::MakeUp, day.name, {}});
    }
  }
  sort_by_date(proposal);
  return proposal;
}

CalendarProposal read_native(std::string_view text) {
  const json file = parsed(text);
  CalendarLayer layer = read_native_layer(text);
  CalendarProposal proposal{
      .format = "native", .official = true, .years = layer.covered_years, .entries = {}, .ignored = {}};
  // `read_native_layer` has seen that the keys are years.
  if (!file.contains("entries")) {
    for (const auto& [key, year] : file["years"].items()) proposal.years.insert(std::stoi(key));
  }
  proposal.entries = std::move(layer.entries);
  proposal.official = std::all_of(proposal.entries.begin(), proposal.entries.end(),
                                  [](const CalendarEntry& entry) { return !entry.notice.empty(); });
  sort_by_date(proposal);
  return proposal;
}

CalendarProposal read_calendar_file(std::string_view bytes) {
  const auto first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  const bool json_file = first != std::string_view::npos && bytes[first] == '{';
  if (!json_file) return read_ics(bytes);
  bytes.remove_prefix(first);
  const json file = parsed(bytes);
  return file.contains("years") || file.contains("entries") ? read_native(bytes) : read_holiday_cn(bytes);
}

}  // namespace engine
