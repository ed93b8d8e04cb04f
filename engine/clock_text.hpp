#pragma once

#include "engine/case_record.hpp"
#include "engine/time/rule.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A rule as stored with a deadline: "clock:30" minutes, "clock:30!" at once, "open:1800" seconds,
/// "workdays:3", "days:21", "at:1604383200000" milliseconds UTC. `rule_from` throws engine::Error on anything else.
[[nodiscard]] std::string to_text(const Rule& rule);
[[nodiscard]] Rule rule_from(std::string_view text);

/// What one entry did to one clock, with everything that was counted, so that a replay needs no calendar.
struct ClockEntry {
  enum class Op { Start, Meet, Stop, Pause, Resume, Recount };

  Op op = Op::Start;
  std::string deadline;
  int cycle = 1;
  Instant at;  // Start: the anchor; otherwise when it was met, stopped, paused, resumed, recounted
  // Start, Resume, Recount only:
  Instant due;
  bool provisional = false;
  std::string calendar_revision;
  std::vector<AlertPoint> points;
  // Start only:
  bool standard = false;
  std::string rule_version;
  std::string rule;

  friend bool operator==(const ClockEntry&, const ClockEntry&) = default;
};

/// The text form kept in a history entry: one clause a clock, joined by ';', words split by one space, e.g.
///   start plan 1 1589940000000 1590399000000 firm cn/23 standard xiaozhan-2020 workdays:3 amber=…,red=…;meet reception
///   1 …
/// Names, levels and versions hold no space, ';', ',' or '='.
[[nodiscard]] std::string to_text(const std::vector<ClockEntry>& entries);
/// The inverse of to_text. Throws engine::Error on text that to_text never wrote.
[[nodiscard]] std::vector<ClockEntry> clocks_from(std::string_view text);

/// Folds one entry into the clocks of a case: the only way a deadline changes. Throws engine::Error when a clock that
/// does not run is met, stopped, paused, resumed or recounted.
void fold(std::vector<Deadline>& deadlines, const ClockEntry& entry);

}  // namespace engine
