#pragma once

#include "engine/instant.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// Whether the answer rests on published lists only, or on a year whose list is not out yet.
enum class Standing : std::uint8_t { Firm, Provisional };

/// Why a day is worked or not. `NotOpen` and `Override` come from a site, all others from a calendar.
enum class DayReason : std::uint8_t {
  Weekday,
  Weekend,
  Holiday,
  Adjusted,
  Extended,
  MakeUp,
  OwnClosing,
  Set,
  ExpectedHoliday,
  NotOpen,
  Override
};

/// Stable words for programs: "weekday", "weekend", "holiday", "adjusted", "extended", "make-up", "own-closing", "set",
/// "expected-holiday", "not-open", "override", "firm", "provisional".
std::string_view to_string(DayReason reason);
std::string_view to_string(Standing standing);
/// The reason of that word, if there is one.
std::optional<DayReason> reason_from(std::string_view word);

/// What one layer says of one day.
struct CalendarEntry {
  Date date;
  bool working = false;
  DayReason reason = DayReason::Holiday;
  std::string name;    ///< the holiday it belongs to, or the reason given, in the language of its source
  std::string notice;  ///< the number of the notice that says so; may be empty
};

/// What a calendar says of one day, and who says it.
struct DayStatus {
  bool working = false;
  DayReason reason = DayReason::Weekday;
  Standing standing = Standing::Firm;
  std::string name;
  std::string notice;
  std::string layer;  ///< label of the layer that decided, empty for the plain week
};

/// A named, numbered list of days over a plain week; immutable once shared.
struct CalendarLayer {
  std::string name;                    ///< "cn", "guangxi", "own", ...
  int revision = 1;                    ///< grows by one with every approved change
  bool official = false;               ///< only an official layer makes its years firm
  std::set<int> covered_years;         ///< the notice years it holds whole
  std::vector<CalendarEntry> entries;  ///< in any order; of two entries for a date the later one counts

  [[nodiscard]] std::string label() const { return name + "/" + std::to_string(revision); }
};

/// Adds the entry in every year the program counts with (29 February only where there is one).
void add_yearly(CalendarLayer& layer, unsigned month, unsigned day, const CalendarEntry& entry);

/// Which days are worked: a plain week under layers, the last layer wins. An immutable value, cheap to copy, safe in
/// any thread.
class Calendar {
 public:
  using Layer = std::shared_ptr<const CalendarLayer>;
  using RestDays = std::array<bool, 7>;  ///< indexed by C weekday, Sunday = 0

  /// Every day is a working day as far as the calendar goes; a site's weekly hours alone decide.
  static Calendar none();
  /// Saturday and Sunday are rest days, nothing else is.
  static Calendar weekends();
  /// `rest` as plain week; with `needs_coverage` days of years that no official layer covers are provisional.
  Calendar(std::string name, RestDays rest, bool needs_coverage, std::vector<Layer> layers);

  /// This calendar with one more layer on top; a layer of the same name is replaced in its place.
  [[nodiscard]] Calendar with(CalendarLayer layer) const;
  /// This calendar with one more day decided on top ("calendar set 2027-02-08 off --why ..."); the layer is named
  /// "decision".
  [[nodiscard]] Calendar with_day(Date date, bool working, const std::string& why) const;

  [[nodiscard]] DayStatus day(Date date) const;
  [[nodiscard]] bool is_working_day(Date date) const;
  [[nodiscard]] Standing standing(Date date) const;
  /// The first day after the covered years that is not firm; no value where nothing needs covering.
  [[nodiscard]] std::optional<Date> provisional_from() const;

  /// Names every layer and its number, e.g. "cn/23+guangxi/1": equal revisions give equal answers.
  [[nodiscard]] const std::string& revision() const { return data_->revision; }
  [[nodiscard]] const std::vector<Layer>& layers() const { return data_->layers; }
  [[nodiscard]] const std::string& name() const { return data_->name; }

 private:
  struct Merged {
    Date date;
    const CalendarEntry* entry;
    const CalendarLayer* layer;
  };
  struct Data {
    std::string name;
    RestDays rest{};
    bool needs_coverage = false;
    std::vector<Layer> layers;
    std::vector<Merged> days;  ///< sorted by date, one a date
    std::set<int> covered;
    std::string revision;
  };
  [[nodiscard]] const Merged* find(Date date) const;

  std::shared_ptr<const Data> data_;
};

/// One day on which two calendars differ.
struct DayChange {
  Date date;
  DayStatus before;
  DayStatus after;
};

/// The days in [from, to] that are worked under one calendar and not under the other, in order.
std::vector<DayChange> changed_days(const Calendar& before, const Calendar& after, Date from, Date to);

}  // namespace engine
