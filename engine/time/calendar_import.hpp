#pragma once

#include "engine/time/calendar.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// An event of a file that is not taken over, and why: an observance, a yearly rule, a cancelled or broken entry.
struct IgnoredEvent {
  Date date{};  ///< 1970-01-01 where it had none
  std::string name;
  std::string why;
};

/// What was read from a calendar file. It is a proposal: nothing counts with it until it is approved and becomes a
/// layer.
struct CalendarProposal {
  std::string format;                  ///< "native", "holiday-cn" or "ics"
  bool official = false;               ///< the file carries notice numbers; .ics never does
  std::set<int> years;                 ///< the years it claims to hold
  std::vector<CalendarEntry> entries;  ///< by date
  std::vector<IgnoredEvent> ignored;
};

/// Reads .ics (RFC 5545) in the conventions in use for China: X-APPLE-SPECIAL-DAY, 「（休）/（班）」,
/// 「假期/补班/上班」; DTEND is exclusive, unmarked and recurring events are left out and listed. Times with Z are
/// turned into dates of `zone_name`. At most 8 MiB and 50,000 events; anything that is no calendar is an `Error`
/// (Usage, "bad_calendar").
CalendarProposal read_ics(std::string_view bytes, std::string_view zone_name = "Asia/Shanghai");

/// Reads holiday-cn's `{year,papers,days[{name,date,isOffDay}]}`.
CalendarProposal read_holiday_cn(std::string_view json);

/// Reads the native JSON.
CalendarProposal read_native(std::string_view json);

/// Any of the three, told apart by how it begins.
CalendarProposal read_calendar_file(std::string_view bytes);

/// How much a finding weighs: `Refuse` must be mended in the file, `Ask` needs a person's yes, `Warn` is only shown.
enum class Weight { Refuse, Ask, Warn };

/// Something a check found; `id` is a message id with {0} {1} ... for `args`.
struct Finding {
  Weight weight;
  std::string code;
  const char* id;
  std::vector<std::string> args;
};

/// Checks a proposal against itself and against what is loaded: make-up days are Saturdays or Sundays, no day is both,
/// the year's statutory days are off, weekdays off minus make-up days are the statutory days, dates lie in their year,
/// an empty year is unpublished, a change of a covered year is an amendment.
std::vector<Finding> check(const CalendarProposal& proposal, const Calendar& loaded);

/// The approved proposal as a layer named `name`. It makes its years firm only when `confirmed` against the notice.
/// A proposal that `check` refuses is an `Error` (Refused, "bad_calendar").
CalendarLayer approve(const CalendarProposal& proposal, const std::string& name, int revision, bool confirmed);

/// The national calendar under the days of a calendar file that a site file names: naming it there is the approval.
Calendar calendar_from_file(std::string_view bytes, const std::string& name);

}  // namespace engine
