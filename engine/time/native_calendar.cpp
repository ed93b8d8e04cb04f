#include "engine/error.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/national.hpp"
#include "engine/time/range.hpp"
#include "engine/time/statute.hpp"
#include "engine/time/text.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace engine {
namespace {

using nlohmann::json;
using std::chrono::days;

[[noreturn]] void refuse(const std::string& where) {
  throw Error(Error::Kind::Usage, "bad_calendar", fmt::format(mark("The calendar file cannot be used: {0}."), where));
}

Date date_at(const json& value) {
  if (!value.is_string()) refuse("a date is not a string");
  return parse_date(value.get_ref<const std::string&>());
}

std::string text_at(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const json& list_at(const json& object, const char* key) {
  static const json empty = json::array();
  const auto found = object.find(key);
  if (found == object.end()) return empty;
  if (!found->is_array() || found->size() > 100) refuse(fmt::format("\"{}\" is not a list of at most 100", key));
  return *found;
}

struct DateRange {
  Date from;
  Date to;
};

DateRange range_at(const json& range) {
  if (!range.is_object() || !range.contains("from") || !range.contains("to")) refuse("a range lacks from or to");
  const DateRange found{date_at(range["from"]), date_at(range["to"])};
  if (found.to < found.from || found.to - found.from > days{60}) {
    refuse(fmt::format("the range from {} is impossible", format_date(found.from)));
  }
  return found;
}

bool holds(const json& list, Date date) {
  return std::any_of(list.begin(), list.end(), [&](const json& item) { return date_at(item) == date; });
}

/// One year of the file, turned into entries; what was published after `known` is taken back out.
class YearReader {
 public:
  YearReader(int year, const json& data, std::optional<Date> known) : year_(year), data_(data), known_(known) {
    if (!data.is_object()) refuse(fmt::format("year {} is not an object", year));
    const json& notices = list_at(data, "notice");
    if (!notices.empty()) notice_ = text_at(notices.front(), "no");
  }

  [[nodiscard]] bool published() const {
    const json& notices = list_at(data_, "notice");
    return !known_ || notices.empty() || !later(notices.front());
  }

  std::vector<CalendarEntry> read() {
    for (const json& range : list_at(data_, "off")) read_range(range);
    for (const json& item : list_at(data_, "work"))
      set(date_at(item), true, DayReason::MakeUp, work_name(item), notice_);
    for (const json& amendment : list_at(data_, "amendments")) amend(amendment);
    return std::move(entries_);
  }

  /// What the 放假办法 alone gave for a year whose notice was not out: the statutory days that no later notice added.
  std::vector<CalendarEntry> read_statutory() {
    for (const CalendarEntry& entry : read()) {
      if (entry.reason != DayReason::Holiday) continue;
      statutory_.push_back(entry);
      statutory_.back().reason = DayReason::ExpectedHoliday;
      statutory_.back().notice.clear();
    }
    return std::move(statutory_);
  }

 private:
  [[nodiscard]] bool later(const json& notice) const {
    const auto published = notice.find("published");
    return known_ && published != notice.end() && date_at(*published) > *known_;
  }

  std::string work_name(const json& day) const {
    const auto names = data_.find("work_names");
    return names == data_.end() || !names->is_object() ? ""
                                                       : text_at(*names, day.get_ref<const std::string&>().c_str());
  }

  void read_range(const json& range) {
    const auto [from, to] = range_at(range);
    for (Date date = from; date <= to; date += days{1}) {
      set(date, false, reason_in(range, date), text_at(range, "name"), notice_);
    }
  }

  static DayReason reason_in(const json& range, Date date) {
    if (holds(list_at(range, "statutory"), date)) return DayReason::Holiday;
    if (holds(list_at(range, "adjusted"), date)) return DayReason::Adjusted;
    if (holds(list_at(range, "extended"), date)) return DayReason::Extended;
    return holds(list_at(range, "weekend"), date) ? DayReason::Weekend : DayReason::Holiday;
  }

  void set(Date date, bool working, DayReason reason, const std::string& name, const std::string& notice) {
    erase(date);
    if (entries_.size() > 500) refuse(fmt::format("year {} names more than 500 days", year_));
    entries_.push_back({date, working, reason, name, notice});
  }

  void erase(Date date) {
    std::erase_if(entries_, [&](const CalendarEntry& entry) { return entry.date == date; });
  }

  void amend(const json& amendment) {
    const bool take_back = later(amendment);
    const std::string number = text_at(amendment, "notice");
    for (const json& range : list_at(amendment, "adds_off")) {
      const auto [from, to] = range_at(range);
      for (Date date = from; date <= to; date += days{1}) mark_added(date, take_back, number);
    }
    for (const json& item : list_at(amendment, "adds_work")) mark_added(date_at(item), take_back, number);
    if (!take_back) return;
    for (const json& item : list_at(amendment, "removes_work")) {
      set(date_at(item), true, DayReason::MakeUp, name_near(date_at(item)), notice_);
    }
    for (const json& item : list_at(amendment, "removes_off")) {
      set(date_at(item.is_object() ? item.at("from") : item), false, DayReason::Holiday, "", notice_);
    }
  }

  void mark_added(Date date, bool take_back, const std::string& number) {
    if (take_back) return erase(date);
    for (auto& entry : entries_) {
      if (entry.date == date) entry.notice = number;
    }
  }

  std::string name_near(Date date) const {
    const CalendarEntry* nearest = nullptr;
    for (const auto& entry : entries_) {
      const auto distance = [&](const CalendarEntry& e) { return std::chrono::abs(e.date - date); };
      if (!nearest || distance(entry) < distance(*nearest)) nearest = &entry;
    }
    return nearest ? nearest->name : "";
  }

  int year_;
  const json& data_;
  std::optional<Date> known_;
  std::string notice_;
  std::vector<CalendarEntry> entries_;
  std::vector<CalendarEntry> statutory_;
};

void append(CalendarLayer& layer, std::vector<CalendarEntry> entries) {
  layer.entries.insert(layer.entries.end(), std::make_move_iterator(entries.begin()),
                       std::make_move_iterator(entries.end()));
}

int count_known(const json& list, std::optional<Date> known) {
  return static_cast<int>(std::count_if(list.begin(), list.end(), [&](const json& notice) {
    return !known || !notice.contains("published") || date_at(notice["published"]) <= *known;
  }));
}

int year_of_key(const std::string& key) {
  const auto first = try_parse_date(key + "-01-01");
  if (!first) refuse(fmt::format("\"{}\" is not a year", key.substr(0, 20)));
  return static_cast<int>(std::chrono::year_month_day{*first}.year());
}

template <class Value>
Value value_at(const json& object, const char* key) {
  if (!object.is_object() || !object.contains(key)) refuse(fmt::format("an entry lacks \"{}\"", key));
  return object[key].get<Value>();
}

/// JSON also knows 2.027e63, which is no number of anything here.
int whole_number(const json& value, int least, int most) {
  if (!value.is_number_integer() || value < least || value > most) refuse("a number is none, or out of range");
  return value.get<int>();
}

std::set<int> years_at(const json& object, const char* key) {
  const auto list = object.find(key);
  if (list == object.end() || !list->is_array()) refuse(fmt::format("\"{}\" is not a list of years", key));
  std::set<int> years;
  for (const json& year : *list) years.insert(whole_number(year, 1900, 2200));
  return years;
}

CalendarEntry entry_at(const json& entry) {
  const auto reason = reason_from(value_at<std::string>(entry, "reason"));
  if (!reason) refuse("an entry has a reason that is not known");
  return {parse_date(value_at<std::string>(entry, "date")), value_at<bool>(entry, "working"), *reason,
          text_at(entry, "name"), text_at(entry, "notice")};
}

/// The form `layer_json` writes.
CalendarLayer read_whole_layer(const json& file, std::string_view name) {
  CalendarLayer layer{.name = std::string(name),
                      .revision = whole_number(value_at<json>(file, "revision"), 0, std::numeric_limits<int>::max()),
                      .official = value_at<bool>(file, "official"),
                      .covered_years = years_at(file, "covered_years"),
                      .entries = {}};
  if (!file["entries"].is_array() || file["entries"].size() > 200'000)
    refuse("its entries are no list of at most 200,000");
  for (const json& entry : file["entries"]) layer.entries.push_back(entry_at(entry));
  return layer;
}

bool has_number(const json& notice) { return notice.is_object() && !text_at(notice, "no").empty(); }

CalendarLayer read_layer(const json& file, std::string_view name, std::optional<Date> known) {
  if (file.is_object() && file.contains("entries")) return read_whole_layer(file, name);
  if (!file.is_object() || !file.contains("years") || !file["years"].is_object()) refuse("it has no \"years\"");
  CalendarLayer layer{.name = std::string(name), .revision = 0, .official = true, .covered_years = {}, .entries = {}};
  for (const auto& [key, data] : file["years"].items()) {
    const int year = year_of_key(key);
    YearReader reader(year, data, known);
    if (list_at(data, "off").empty()) continue;  // an empty year is an unpublished one, not one without holidays
    const bool published = reader.published();
    append(layer, published ? reader.read() : reader.read_statutory());
    if (published) layer.covered_years.insert(year);
    const json& notices = list_at(data, "notice");
    if (!std::any_of(notices.begin(), notices.end(), has_number)) layer.official = false;
    layer.revision += count_known(list_at(data, "notice"), known);
  }
  return layer;
}

/// The 放假办法 reaches on where the notices end.
void add_unpublished_years(CalendarLayer& layer) {
  const int last = static_cast<int>(std::chrono::year_month_day{last_date}.year());
  for (int year = 2027; year <= last; ++year) append(layer, statutory_days(year));
}

Calendar national(std::optional<Date> known) {
  CalendarLayer layer = read_native_layer(built_in_calendar_json(), "cn", known);
  add_unpublished_years(layer);
  return {"cn",
          {true, false, false, false, false, false, true},
          true,
          {std::make_shared<const CalendarLayer>(std::move(layer))}};
}

}  // namespace

CalendarLayer read_native_layer(std::string_view text, std::string_view name, std::optional<Date> known) {
  try {
    return read_layer(json::parse(text), name, known);
  } catch (const json::exception& error) {
    refuse(error.what());
  }
}

const Calendar& national_calendar() {
  static const Calendar calendar = national({});
  return calendar;
}

Calendar national_calendar_known_on(Date known) { return national(known); }

extern "C" const char cn_workdays_begin[];
extern "C" const char cn_workdays_end[];

std::string_view built_in_calendar_json() {
  return {cn_workdays_begin, static_cast<std::size_t>(cn_workdays_end - cn_workdays_begin)};
}

}  // namespace engine
