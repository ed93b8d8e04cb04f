#include "engine/time/calendar.hpp"

#include "engine/time/range.hpp"

#include <algorithm>
#include <map>

namespace engine {
namespace {

using std::chrono::year_month_day;

constexpr Calendar::RestDays saturday_and_sunday{true, false, false, false, false, false, true};

constexpr std::array<std::string_view, 11> reason_words{"weekday",          "weekend",  "holiday",     "adjusted",
                                                        "extended",         "make-up",  "own-closing", "set",
                                                        "expected-holiday", "not-open", "override"};

int year_of(Date date) { return static_cast<int>(year_month_day{date}.year()); }

std::string revision_of(const std::string& name, const std::vector<Calendar::Layer>& layers) {
  std::string text;
  for (const auto& layer : layers) text += (text.empty() ? "" : "+") + layer->label();
  return text.empty() ? name : text;
}

}  // namespace

std::string_view to_string(DayReason reason) { return reason_words.at(static_cast<std::size_t>(reason)); }

std::optional<DayReason> reason_from(std::string_view word) {
  const auto* const found = std::find(reason_words.begin(), reason_words.end(), word);
  if (found == reason_words.end()) return {};
  return static_cast<DayReason>(found - reason_words.begin());
}

std::string_view to_string(Standing standing) { return standing == Standing::Firm ? "firm" : "provisional"; }

void add_yearly(CalendarLayer& layer, unsigned month, unsigned day, const CalendarEntry& entry) {
  const int last = year_of(last_date);
  for (int year = year_of(first_date); year <= last; ++year) {
    const year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok()) continue;
    layer.entries.push_back(entry);
    layer.entries.back().date = Date{date};
  }
}

Calendar Calendar::none() { return {"none", {}, false, {}}; }
Calendar Calendar::weekends() { return {"weekends", saturday_and_sunday, false, {}}; }

Calendar::Calendar(std::string name, RestDays rest, bool needs_coverage, std::vector<Layer> layers) {
  auto data = std::make_shared<Data>();
  data->name = std::move(name);
  data->rest = rest;
  data->needs_coverage = needs_coverage;
  data->revision = revision_of(data->name, layers);
  data->layers = std::move(layers);
  for (const auto& layer : data->layers) {
    if (layer->official) data->covered.insert(layer->covered_years.begin(), layer->covered_years.end());
  }
  for (const auto& layer : data->layers) {
    for (const auto& entry : layer->entries) {
      // What was only expected of a year ends with the notice for it.
      const bool superseded =
          entry.reason == DayReason::ExpectedHoliday && data->covered.count(year_of(entry.date)) != 0;
      if (!superseded) data->days.push_back({entry.date, &entry, layer.get()});
    }
  }
  std::stable_sort(data->days.begin(), data->days.end(),
                   [](const Merged& a, const Merged& b) { return a.date < b.date; });
  const auto last_of_date = std::unique(data->days.rbegin(), data->days.rend(),
                                        [](const Merged& a, const Merged& b) { return a.date == b.date; });
  data->days.erase(data->days.begin(), last_of_date.base());
  data_ = std::move(data);
}

Calendar Calendar::with(CalendarLayer layer) const {
  auto layers = data_->layers;
  const auto same =
      std::find_if(layers.begin(), layers.end(), [&](const Layer& old) { return old->name == layer.name; });
  auto added = std::make_shared<const CalendarLayer>(std::move(layer));
  if (same != layers.end()) {
    *same = std::move(added);
  } else {
    layers.push_back(std::move(added));
  }
  return {data_->name, data_->rest, data_->needs_coverage, std::move(layers)};
}

Calendar Calendar::with_day(Date date, bool working, const std::string& why) const {
  require_in_range(date);
  CalendarLayer decision{.name = "decision", .revision = 0, .official = false, .covered_years = {}, .entries = {}};
  for (const auto& layer : data_->layers) {
    if (layer->name == decision.name) decision = *layer;
  }
  ++decision.revision;
  decision.entries.push_back({date, working, DayReason::Set, why, {}});
  return with(std::move(decision));
}

const Calendar::Merged* Calendar::find(Date date) const {
  const auto& days = data_->days;
  const auto at = std::lower_bound(days.begin(), days.end(), date,
                                   [](const Merged& merged, Date wanted) { return merged.date < wanted; });
  return at != days.end() && at->date == date ? &*at : nullptr;
}

bool Calendar::is_working_day(Date date) const {
  if (const Merged* merged = find(date)) return merged->entry->working;
  return !data_->rest[std::chrono::weekday{date}.c_encoding()];
}

Standing Calendar::standing(Date date) const {
  if (!data_->needs_coverage) return Standing::Firm;
  const year_month_day civil{date};
  const int year = static_cast<int>(civil.year());
  if (data_->covered.count(year) == 0) return Standing::Provisional;
  // A notice also rearranges the last days of the year before it: 29 December at the earliest, so far.
  const bool year_end = civil.month() == std::chrono::December && civil.day() >= std::chrono::day{28};
  return year_end && data_->covered.count(year + 1) == 0 ? Standing::Provisional : Standing::Firm;
}

std::optional<Date> Calendar::provisional_from() const {
  if (!data_->needs_coverage) return {};
  if (data_->covered.empty()) return first_date;
  int year = *data_->covered.begin();
  while (data_->covered.count(year + 1) != 0) ++year;
  return Date{std::chrono::year{year} / std::chrono::December / 28};
}

DayStatus Calendar::day(Date date) const {
  const Standing standing = this->standing(date);
  if (const Merged* merged = find(date)) {
    const CalendarEntry& entry = *merged->entry;
    return {entry.working, entry.reason, standing, entry.name, entry.notice, merged->layer->label()};
  }
  const bool rest = data_->rest[std::chrono::weekday{date}.c_encoding()];
  return {!rest, rest ? DayReason::Weekend : DayReason::Weekday, standing, {}, {}, {}};
}

std::vector<DayChange> changed_days(const Calendar& before, const Calendar& after, Date from, Date to) {
  std::vector<DayChange> changes;
  for (Date date = std::max(from, first_date); date <= std::min(to, last_date); date += std::chrono::days{1}) {
    if (before.is_working_day(date) == after.is_working_day(date)) continue;
    changes.push_back({date, before.day(date), after.day(date)});
  }
  return changes;
}

}  // namespace engine
