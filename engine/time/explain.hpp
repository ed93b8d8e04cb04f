#pragma once

#include "engine/time/due.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// What counting did with a day or a stretch of it.
enum class Verdict {
  Start,    ///< the day the count starts from; never counted itself by a day rule
  Counted,  ///< a day, or the stretch [from, to), that was counted
  Skipped,  ///< closed, or no working day
  Paused,   ///< not counted because the clock stood still
  Rolled,   ///< the last day by number, or one after it, that is no working day
  Due       ///< the last day, or the last stretch
};

/// "start", "counted", "skipped", "paused", "rolled", "due".
std::string_view to_string(Verdict verdict);

/// One day, or one stretch of a day, of the count, in order.
struct ExplanationLine {
  Date date;
  Verdict verdict = Verdict::Counted;
  DayStatus day;                ///< worked or not at the site, why, the holiday's name and the notice's number
  int number = 0;               ///< day rules: which day of the count it is, 0 where it is none
  std::optional<Instant> from;  ///< time rules: the stretch of this line
  std::optional<Instant> to;
  Milliseconds counted{0};  ///< time rules: counted up to and with this line
};

/// How a due date came about.
struct Explanation {
  Due due;
  std::vector<ExplanationLine> lines;
};

/// Counts day by day, apart from `due()`, and always comes to the same result. For a fixed instant the start is its one
/// line.
Explanation explain(const Rule& rule, Instant start, const Site& site, const Pauses& pauses = {});

/// A piece of text for people: `id` is the English message id with {0} {1} ... for `args`.
struct Wording {
  const char* id;
  std::vector<std::string> args;
};
/// What was done with the line's day, e.g. "{0}: not counted", "{0}: day {1}"; it stands before `wording`.
Wording heading(const ExplanationLine& line);
/// Why: the day's reason with the holiday's name and the notice, or the stretch that was counted.
Wording wording(const ExplanationLine& line, const Zone& zone);

}  // namespace engine
