#include "workflows/duty.hpp"

#include "engine/time/days.hpp"
#include "engine/time/text.hpp"

#include <algorithm>
#include <array>

namespace workflows {
namespace {

using engine::Date;

constexpr std::string_view rotating = "rotating:";
constexpr std::array<std::string_view, 7> weekdays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

bool is_date(std::string_view word) {
  constexpr std::string_view shape = "0000-00-00";
  return word.size() == shape.size() && std::equal(word.begin(), word.end(), shape.begin(), [](char c, char wanted) {
           return wanted == '-' ? c == '-' : c >= '0' && c <= '9';
         });
}

bool is_day(std::string_view word) {
  return is_date(word) || std::find(weekdays.begin(), weekdays.end(), word) != weekdays.end();
}

/// Whether `holds` is true of some (or, negated by the caller, of none) of the days after the colon.
template <class Holds>
bool any_day(std::string_view attendance, Holds&& holds) {
  for (auto days = attendance.substr(rotating.size()); !days.empty();) {
    const auto comma = std::min(days.find(','), days.size());
    if (holds(days.substr(0, comma))) return true;
    days.remove_prefix(std::min(comma + 1, days.size()));
  }
  return false;
}

bool sits_on(std::string_view attendance, Date date) {
  const auto weekday = weekdays[std::chrono::weekday(std::chrono::sys_days(date.time_since_epoch())).c_encoding()];
  const std::string written = engine::format_date(date);
  return any_day(attendance, [&](std::string_view day) { return day == weekday || day == written; });
}

}  // namespace

bool is_attendance(std::string_view text) {
  if (text.empty() || text == "resident" || text == "on_call" || text == "rotating") return true;
  return text.starts_with(rotating) && text.size() > rotating.size() &&
         !any_day(text, [](std::string_view day) { return !is_day(day); });
}

std::optional<engine::Instant> end_of_next_duty(const engine::Person& person, engine::Instant at,
                                                const engine::Site& site) {
  if (!std::string_view(person.attendance).starts_with(rotating)) return {};
  const Date today = site.zone().date(at);
  for (int days = 0; days <= 366; ++days) {
    const Date date = today + std::chrono::days(days);
    if (!sits_on(person.attendance, date) || !engine::is_working_day(site, date)) continue;
    if (const auto end = engine::closing_of(site, date); end > at) return end;
  }
  return {};
}

}  // namespace workflows
