#include "engine/mark.hpp"
#include "engine/time/explain.hpp"
#include "engine/time/text.hpp"

#include <array>

namespace engine {
namespace {

/// Message ids by reason; {0} is the holiday's name or the reason given, {1} the notice.
constexpr std::array<const char*, 11> reasons{mark("working day"),
                                              mark("weekend"),
                                              mark("{0}, public holiday ({1})"),
                                              mark("{0}, day off moved here by notice ({1})"),
                                              mark("{0}, holiday extended by notice ({1})"),
                                              mark("make-up working day for {0} ({1})"),
                                              mark("the site's own closing day {0}"),
                                              mark("set by decision: {0}"),
                                              mark("{0}, expected holiday; the year's notice is not published ({1})"),
                                              mark("the site does not open on this weekday"),
                                              mark("the site's own hours for this date")};

}  // namespace

Wording wording(const ExplanationLine& line, const Zone& zone) {
  if (line.from && line.to && line.verdict != Verdict::Start) {
    return {line.verdict == Verdict::Paused ? mark("paused from {0} to {1}") : mark("counted from {0} to {1}"),
            {format_instant(*line.from, zone), format_instant(*line.to, zone)}};
  }
  return {reasons.at(static_cast<std::size_t>(line.day.reason)), {line.day.name, line.day.notice}};
}

}  // namespace engine
