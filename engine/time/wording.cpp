#include "engine/mark.hpp"
#include "engine/time/explain.hpp"
#include "engine/time/text.hpp"

#include <array>

namespace engine {
namespace {

struct Reason {
  const char* plain;  ///< {0} is the name
  const char* noted;  ///< {0} the name, {1} the notice
};

// In the order of `DayReason`.
constexpr std::array<Reason, 11> reasons{
    {{mark("working day"), mark("working day")},
     {mark("weekend"), mark("weekend")},
     {mark("{0}, public holiday"), mark("{0}, public holiday ({1})")},
     {mark("{0}, day off moved here by notice"), mark("{0}, day off moved here by notice ({1})")},
     {mark("{0}, holiday extended by notice"), mark("{0}, holiday extended by notice ({1})")},
     {mark("make-up working day for {0}"), mark("make-up working day for {0} ({1})")},
     {mark("the site's own closing day {0}"), mark("the site's own closing day {0} ({1})")},
     {mark("set by decision: {0}"), mark("set by decision: {0} ({1})")},
     {mark("{0}, holiday expected by law; the year's notice is not published"),
      mark("{0}, holiday expected by law; the year's notice is not published ({1})")},
     {mark("the site does not open on this weekday"), mark("the site does not open on this weekday")},
     {mark("the site's own hours for this date"), mark("the site's own hours for this date")}}};

// In the order of `Verdict`; {0} is the date, {1} the number of the day in a count of days.
constexpr std::array<const char*, 6> with_number{
    mark("{0}: the start, not counted"), mark("{0}: day {1}"),          mark("{0}: not counted"),
    mark("{0}: not counted, paused"),    mark("{0}: day {1} rolls on"), mark("{0}: day {1}, the last")};
constexpr std::array<const char*, 6> without_number{mark("{0}: the start"),   mark("{0}: counted"),
                                                    mark("{0}: not counted"), mark("{0}: not counted, paused"),
                                                    mark("{0}: rolls on"),    mark("{0}: the last")};

}  // namespace

Wording heading(const ExplanationLine& line) {
  const auto verdict = static_cast<std::size_t>(line.verdict);
  const bool day_rule = line.number > 0 || (line.verdict == Verdict::Start && !line.from);
  return {(day_rule ? with_number : without_number).at(verdict), {format_date(line.date), std::to_string(line.number)}};
}

Wording wording(const ExplanationLine& line, const Zone& zone) {
  if (line.from && line.to && line.verdict != Verdict::Start) {
    return {line.verdict == Verdict::Paused ? mark("paused from {0} to {1}") : mark("counted from {0} to {1}"),
            {format_instant(*line.from, zone), format_instant(*line.to, zone)}};
  }
  const Reason& reason = reasons.at(static_cast<std::size_t>(line.day.reason));
  return {line.day.notice.empty() ? reason.plain : reason.noted, {line.day.name, line.day.notice}};
}

}  // namespace engine
