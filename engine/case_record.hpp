#pragma once

#include "engine/instant.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// An instant at which an alert of a level falls due for one deadline, e.g. {"amber", ...}, {"red", due}.
struct AlertPoint {
  std::string level;
  Instant at;

  friend bool operator==(const AlertPoint&, const AlertPoint&) = default;
};

/// An interval that does not count; open-ended while the clock stands.
struct Standstill {
  Instant from;
  std::optional<Instant> to;

  friend bool operator==(const Standstill&, const Standstill&) = default;
};

/// One run of one clock of a case. A fold of the history; never edited by itself.
struct Deadline {
  std::string name;  // e.g. "reception"
  int cycle = 1;
  bool standard = false;     // one of the promised limits (reception, plan, visit), or a limit within the process
  Instant start;             // the instant it counts from
  Instant due;               // met at or before: on time
  bool provisional = false;  // it reaches into a year whose calendar is not published
  std::string rule_version;
  std::string calendar_revision;   // names every calendar layer it was counted with, e.g. "cn/23+own/2"; no spaces
  std::vector<AlertPoint> points;  // in order of time
  std::vector<Standstill> pauses;
  std::optional<Instant> met;
  std::optional<Instant> stopped;
  std::string rule;  // the rule in text form (to_text(Rule)), so that it can be counted again

  [[nodiscard]] bool running() const { return !met && !stopped; }
  /// While it stands still nothing falls due and nothing is alerted: work lists and alert points leave it out.
  [[nodiscard]] bool paused() const { return running() && !pauses.empty() && !pauses.back().to; }
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

/// on_time, late: met. open, overdue: still running. stopped: ended without being met.
enum class DeadlineStatus { OnTime, Late, Open, Overdue, Stopped };

/// Lateness is computed from due and now, never stored. Exactly at the due instant is still in time.
[[nodiscard]] inline DeadlineStatus status(const Deadline& deadline, Instant now) {
  if (deadline.met) return *deadline.met <= deadline.due ? DeadlineStatus::OnTime : DeadlineStatus::Late;
  if (deadline.stopped) return DeadlineStatus::Stopped;
  if (deadline.paused()) now = std::min(now, deadline.pauses.back().from);
  return now <= deadline.due ? DeadlineStatus::Open : DeadlineStatus::Overdue;
}

/// Where a case stands: the projection of its history that commands and lists read.
struct CaseRecord {
  std::string id;             // UUIDv7, text form
  std::string number;         // register number, e.g. 小站矛调〔2020〕0114号
  std::string second_number;  // the number a later step gave (人调字), empty until then
  std::string ref;            // the outside reference it came with, unique in the organisation, may be empty
  std::string centre;         // the centre that has it now
  std::string holder;         // person id
  std::string state;          // stored state name
  bool open = true;           // not in a final state
  std::string kind;           // type of appeal, internal code
  std::string channel;        // how it came in
  std::string subject;        // short text for lists, without names of parties
  bool emergency = false;
  std::int64_t revision = 0;  // seq of the last entry
  std::string head;           // hash of the last entry
  Instant arrived_at;
  Instant last_occurred_at;
  int facts_version = 1;
  std::string facts;  // JSON of the process, opaque here
  std::vector<Deadline> deadlines;

  friend bool operator==(const CaseRecord&, const CaseRecord&) = default;
};

}  // namespace engine
