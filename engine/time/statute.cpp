#include "engine/time/statute.hpp"

#include <algorithm>
#include <array>

namespace engine {
namespace {

struct MonthDay {
  unsigned month;
  unsigned day;
};

struct Lunar {
  int year;
  MonthDay new_year;  // 正月初一, China Standard Time
  MonthDay bright;    // 清明
  MonthDay dragon;    // 五月初五
  MonthDay moon;      // 八月十五
};

// 2027 and 2030 have their new moon within ten minutes of midnight in China: tables made for another meridian are a day
// off.
constexpr std::array<Lunar, 9> lunar_years{{{2027, {2, 6}, {4, 5}, {6, 9}, {9, 15}},
                                            {2028, {1, 26}, {4, 4}, {5, 28}, {10, 3}},
                                            {2029, {2, 13}, {4, 4}, {6, 16}, {9, 22}},
                                            {2030, {2, 3}, {4, 5}, {6, 5}, {9, 12}},
                                            {2031, {1, 23}, {4, 5}, {6, 24}, {10, 1}},
                                            {2032, {2, 11}, {4, 4}, {6, 12}, {9, 19}},
                                            {2033, {1, 31}, {4, 4}, {6, 1}, {9, 8}},
                                            {2034, {2, 19}, {4, 5}, {6, 20}, {9, 27}},
                                            {2035, {2, 8}, {4, 5}, {6, 10}, {9, 16}}}};

class Days {
 public:
  explicit Days(int year) : year_(year) {}

  void add(MonthDay first, int count, const char* name, int shift = 0) {
    const Date start{std::chrono::year{year_} / std::chrono::month{first.month} / std::chrono::day{first.day}};
    for (int i = 0; i < count; ++i) {
      found_.push_back(
          {start + std::chrono::days{shift + i}, false, DayReason::ExpectedHoliday, name, "国务院令第795号"});
    }
  }
  std::vector<CalendarEntry> take() { return std::move(found_); }

 private:
  int year_;
  std::vector<CalendarEntry> found_;
};

}  // namespace

std::vector<CalendarEntry> statutory_days(int year) {
  Days days(year);
  days.add({1, 1}, 1, "元旦");
  days.add({5, 1}, 2, "劳动节");
  const auto lunar =
      std::find_if(lunar_years.begin(), lunar_years.end(), [=](const Lunar& l) { return l.year == year; });
  if (lunar != lunar_years.end()) {
    days.add(lunar->new_year, 4, "春节", -1);
    days.add(lunar->bright, 1, "清明节");
    days.add(lunar->dragon, 1, "端午节");
    days.add(lunar->moon, 1, "中秋节");
  }
  days.add({10, 1}, 3, "国庆节");
  return days.take();
}

}  // namespace engine
