#pragma once

#include "engine/case_record.hpp"
#include "engine/history.hpp"
#include "workflows/facts.hpp"
#include "workflows/told.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace workflows {

/// The instants [from, to) that a report is about, told as things stood at `as_of` (not after now). What came of a case
/// after `to` counts as well: a success that relapsed since is none (domain 7.3).
struct ReportSpan {
  engine::Instant from, to, as_of;
};

/// The promises of one name that fell due in the period, or were kept before a due instant in it. `overdue`: not kept
/// by `as_of`. `stopped`: ended without being due to be kept (left, merged ...), in no rate.
struct PromiseFigures {
  std::int64_t on_time = 0, late = 0, overdue = 0, stopped = 0;

  /// The denominator of the on-time rate.
  [[nodiscard]] std::int64_t judged() const { return on_time + late + overdue; }
};

/// How long cases stood in one state within the period; `cases` counts each case once.
struct StateTime {
  std::int64_t cases = 0;
  engine::Milliseconds total{0};
  engine::Milliseconds longest{0};
};

/// What became of custody within the period.
struct HandOffs {
  std::int64_t offers = 0, acknowledged = 0, objections = 0, lapsed = 0, designated = 0;

  /// How often a case changed hands.
  [[nodiscard]] std::int64_t moves() const { return acknowledged + lapsed + designated; }
};

/// The cases that arrived in the period, as they stood at `as_of`. Left and merged ones are in no rate. A group dispute
/// is one case: its `claims` are counted beside it, in none of the other figures (their promises and outcomes count).
struct Intake {
  std::int64_t cases = 0, emergencies = 0, resolved = 0, open = 0, left = 0, merged = 0, claims = 0;
  std::map<std::string, std::int64_t, std::less<>> by_channel, by_source, by_type;

  /// The denominator of the resolution rate.
  [[nodiscard]] std::int64_t judged() const { return cases - left - merged; }
};

/// The cases that were resolved in the period, an agreement on the day it took effect. A case that relapsed by `as_of`
/// is no success any more: its earlier outcome is not in `outcomes` (domain 7.3).
struct Resolutions {
  std::int64_t cases = 0, relapsed = 0;
  std::map<std::string, std::int64_t, std::less<>> outcomes;  // one a way of the plan

  [[nodiscard]] std::int64_t count(std::string_view outcome) const;
};

/// The figures of a period, each with what it is counted over (domain 7.4).
struct PeriodFigures {
  ReportSpan period;
  Intake intake;
  std::map<std::string, std::map<std::string, PromiseFigures>> promises;  // by centre, then by name
  Resolutions resolutions;
  std::int64_t relapses = 0;       // times a case was reopened within the period
  std::int64_t cases_in_hand = 0;  // cases that somebody owed something in the period
  HandOffs hand_offs;
  std::map<std::string, StateTime> states;
  std::int64_t inferred_steps = 0;  // steps in the period that a ledger implied but did not hold
};

/// The stored word of an outcome, e.g. "not_agreed".
[[nodiscard]] std::string_view name(Outcome outcome);

/// Counts a period's figures in one pass over the history, case by case; a pure fold.
class PeriodReport {
 public:
  /// `centre` empty: all centres; else the cases that are in that centre at `as_of`.
  explicit PeriodReport(ReportSpan period, std::string centre = {});

  /// Entries come case by case, each in order of seq.
  void add(const engine::HistoryEntry& entry);
  /// Call once, after the last entry.
  [[nodiscard]] PeriodFigures finish();

 private:
  /// One case on its way through the period.
  struct Story {
    std::string id, state, centre;
    Facts facts;
    std::vector<engine::Deadline> deadlines;
    engine::Instant since;         // in `state`
    engine::Instant resolved_at;   // as its law dates it, not when it was typed
    bool resolved_within = false;  // it was resolved in the period, whatever came after
    bool relapsed_after = false;
    std::int64_t relapses = 0, inferred = 0;
    HandOffs hand_offs;
    std::map<std::string, engine::Milliseconds, std::less<>> stays;
  };

  [[nodiscard]] bool within(engine::Instant at) const { return at >= figures_.period.from && at < figures_.period.to; }
  void note_event(const engine::HistoryEntry& entry);
  void note_resolution(const Told& told);
  void note_stay(engine::Instant until);
  void close_story();
  void count_intake();
  void count_promises();
  void count_resolution();

  PeriodFigures figures_;
  std::string centre_;
  Story story_;
};

}  // namespace workflows
