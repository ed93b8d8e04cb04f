#include "engine/time/site.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/time/national.hpp"
#include "engine/time/range.hpp"
#include "engine/time/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace engine {
namespace {

constexpr std::array<const char*, 7> weekday_keys{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

void check_hours(SiteSpec& spec) {
  for (std::size_t i = 0; i < 7; ++i) spec.week[i] = checked_hours(std::move(spec.week[i]), weekday_keys[i]);
  for (auto& [date, hours] : spec.overrides) {
    require_in_range(date);
    hours = checked_hours(std::move(hours), format_date(date));
  }
  for (auto& [date, hours] : spec.breaks) {
    require_in_range(date);
    hours = checked_hours(std::move(hours), format_date(date));
  }
}

/// The hours most days from Monday to Friday have; of several, those of the earliest weekday.
DayHours usual_hours(const WeekHours& week) {
  const auto monday = week.begin() + 1;
  const auto saturday = week.begin() + 6;
  const auto usual = std::max_element(monday, saturday, [&](const DayHours& a, const DayHours& b) {
    const auto days_like = [&](const DayHours& hours) {
      return hours.empty() ? 0 : std::count(monday, saturday, hours);
    };
    return days_like(a) < days_like(b);
  });
  return *usual;
}

bool ever_open(const SiteSpec& spec) {
  const auto open = [](const DayHours& hours) { return !hours.empty(); };
  return std::any_of(spec.week.begin(), spec.week.end(), open) ||
         std::any_of(spec.overrides.begin(), spec.overrides.end(), [&](const auto& day) { return open(day.second); });
}

bool is_weekend(Date date) {
  const std::chrono::weekday weekday{date};
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

/// A plain weekend day: no layer speaks of it, so hours of its own open it.
bool plain_weekend(const DayStatus& status) { return status.reason == DayReason::Weekend && status.layer.empty(); }

}  // namespace

Site::Site(SiteSpec spec) {
  Zone zone = Zone::named(spec.timezone);
  check_hours(spec);
  if (!ever_open(spec)) {
    throw Error(
        Error::Kind::Usage, "no_open_time",
        mark("The site has no opening hours at all, so nothing could ever be due; give at least one weekday hours."));
  }
  DayHours usual = usual_hours(spec.week);
  data_ = std::make_shared<const Data>(std::move(spec), std::move(zone), std::move(usual));
}

Site::Site() : Site(standard()) {}

Site Site::standard() {
  static const Site site = [] {
    SiteSpec spec;
    spec.calendar = national_calendar();
    return Site(std::move(spec));
  }();
  return site;
}

DayHours Site::hours(Date date) const {
  const SiteSpec& spec = data_->spec;
  // A date the zone skipped whole (Samoa, 2011-12-30) never was.
  if (zone().midnight(date) == zone().midnight(date + std::chrono::days{1})) return {};
  const auto breaks = spec.breaks.find(date);
  const auto less_breaks = [&](const DayHours& hours) {
    return breaks == spec.breaks.end() ? hours : without(hours, breaks->second);
  };
  const auto override_ = spec.overrides.find(date);
  if (override_ != spec.overrides.end()) return less_breaks(override_->second);
  const DayHours& weekday = spec.week[std::chrono::weekday{date}.c_encoding()];
  if (weekday.empty() && data_->usual.empty()) return {};
  const DayStatus status = spec.calendar.day(date);
  if (!status.working) return plain_weekend(status) ? less_breaks(weekday) : DayHours{};
  const bool called_in = status.reason == DayReason::MakeUp || status.reason == DayReason::Set;
  const bool as_usual = called_in && !data_->usual.empty() && (is_weekend(date) || weekday.empty());
  return less_breaks(as_usual ? data_->usual : weekday);
}

DayStatus Site::day(Date date) const {
  DayStatus status = data_->spec.calendar.day(date);
  const bool overridden = data_->spec.overrides.count(date) != 0;
  const bool open = !hours(date).empty();
  if (overridden && status.working != open) {
    status.reason = DayReason::Override;
    status.name.clear();
    status.notice.clear();
  }
  if (overridden) {
    status.working = open;
  } else if (status.working && !open) {
    status.working = false;
    status.reason = is_weekend(date) ? DayReason::Weekend : DayReason::NotOpen;
  }
  return status;
}

}  // namespace engine
