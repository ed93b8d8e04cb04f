#pragma once

#include "engine/time/calendar.hpp"
#include "engine/time/day_pages.hpp"
#include "engine/time/hours.hpp"
#include "engine/time/zone.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// Where a deadline counted in days ends: when business stops on its last day, or at 24:00 (Civil Code art. 203).
enum class DayEnd { Closing, Midnight };
/// How the reception's minutes run: by the clock from arrival, or in opening time only.
enum class ReceptionClock { Wall, Open };
/// From which day the visit is counted.
enum class VisitAnchor { Resolution, Reception, Both };

/// What makes a site; every field may be changed before the `Site` is made of it.
struct SiteSpec {
  std::string timezone = "Asia/Shanghai";
  WeekHours week = office_hours();
  std::map<Date, DayHours>
      overrides;  ///< that date's hours, over calendar and week; none is closed, any make it a working day
  std::map<Date, DayHours> breaks;  ///< closed stretches of one date
  Calendar calendar = Calendar::weekends();
  DayEnd day_end = DayEnd::Closing;
  ReceptionClock reception_clock = ReceptionClock::Wall;
  VisitAnchor visit_anchor = VisitAnchor::Resolution;
};

/// A place with opening hours, a calendar and a zone: an immutable value, cheap to copy, safe in any thread.
///
/// A date is open in the hours of its override, else of its weekday; a day off named by the calendar is closed, a
/// make-up day has the hours most usual from Monday to Friday. A Saturday with hours of its own is open but no working
/// day under a calendar whose weekend it is. A working day is one the calendar calls so and on which the site opens.
class Site {
 public:
  /// Refuses an impossible site at once (`Error`, Usage): unknown zone, reversed or overlapping spans, no open time at
  /// all.
  explicit Site(SiteSpec spec);

  /// The standard site.
  Site();
  /// Asia/Shanghai, Monday to Friday 08:30-12:00 and 13:30-17:30, the national calendar.
  static Site standard();

  [[nodiscard]] const Zone& zone() const { return data_->zone; }
  [[nodiscard]] const Calendar& calendar() const { return data_->spec.calendar; }
  [[nodiscard]] const SiteSpec& spec() const { return data_->spec; }
  [[nodiscard]] DayEnd day_end() const { return data_->spec.day_end; }

  /// The civil opening spans of a date.
  [[nodiscard]] DayHours hours(Date date) const;
  /// Worked or not at this site, and why; adds the site's own reasons to the calendar's.
  [[nodiscard]] DayStatus day(Date date) const;

  /// The precomputed days, 512 a page; for the counting code.
  [[nodiscard]] const DayPage& page(int number) const { return data_->pages.page(*this, number); }

 private:
  struct Data {
    Data(SiteSpec its_spec, Zone its_zone, DayHours usual_hours)
        : spec(std::move(its_spec)), zone(std::move(its_zone)), usual(std::move(usual_hours)) {}
    SiteSpec spec;
    Zone zone;
    DayHours usual;
    PageCache pages;
  };
  std::shared_ptr<const Data> data_;
};

}  // namespace engine
