#pragma once

#include "engine/case_record.hpp"
#include "engine/history.hpp"
#include "engine/roster.hpp"
#include "engine/schedule/lease.hpp"
#include "engine/schedule/night.hpp"
#include "engine/told.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

class AccountRows;
class DeliveryRows;
struct Transition;

/// An alert that was raised: once for each (case, deadline, cycle, level, due).
struct Alert {
  std::string case_id;
  std::string deadline;
  int cycle = 1;
  std::string level;
  Instant due;  // the due value it was raised for: a new value may be alerted again
  Instant at;   // the instant that level fell due, whatever the time it was noticed
  Instant raised_at;
  std::string tells;        // "holder", "role:supervisor" ...
  bool superseded = false;  // a higher level had fallen due for the same receiver when it was noticed: not told

  friend bool operator==(const Alert&, const Alert&) = default;
};

/// A message waiting to be delivered: at least once, with a stable id.
struct OutboxItem {
  std::string id;  // UUIDv7
  std::string case_id;
  std::string to;
  std::string subject;
  Instant created_at;
};

/// A command that was refused because the role does not have it.
struct Attempt {
  std::string person;
  std::string action;
  std::string case_number;
  std::string reason;
  Instant at;
};

/// One layer of the working-day calendar as it was imported; the highest revision counts.
struct StoredCalendar {
  std::int64_t revision = 0;
  std::string name;     // "cn", "closing-days", a region
  std::string content;  // the layer's JSON, in the native format
  std::string author;
  std::string why;
  Instant recorded_at;
};

/// A running or ended clock together with what a work list shows of its case.
struct DeadlineRow {
  std::string case_id, case_number, ref, holder, centre, state;
  Deadline deadline;
};

/// How many clocks of one name stand how, in one centre. `running` includes the overdue ones.
struct ClockCount {
  std::string centre, deadline;
  std::int64_t running = 0, on_time = 0, late = 0, stopped = 0;
};

/// How many open cases of one centre stand in one state.
struct StateCount {
  std::string centre, state;
  std::int64_t cases = 0;
};

struct CaseFilter {
  std::string state, centre, holder, kind;  // empty: any
  bool open_only = true;
  std::int64_t limit = -1;
  std::string after{};  // only cases with a later id; empty: from the first
};

/// Case ids after `after`, up to and with `last`; an empty `last` is no end.
struct IdRange {
  std::string after, last;
};

/// All that is stored of one case: its history in order of seq and its record. Either is missing only where somebody
/// has tampered. Valid during the visit.
struct CaseFile {
  std::span<const HistoryEntry> entries;
  const CaseRecord* record = nullptr;
};

/// A consistent view of what is stored. All instants are UTC; unknown names give nothing, never an error.
class Reading {
 public:
  virtual ~Reading() = default;

  /// By id, register number, second number or outside reference.
  virtual std::optional<CaseRecord> find_case(std::string_view name) = 0;
  /// In order of id. A page (`after`, and a visit that stops) costs what it shows, however many cases are archived.
  virtual void each_case(const CaseFilter& filter, const std::function<bool(const CaseRecord&)>& visit) = 0;
  /// The history of one case in order of seq.
  virtual std::vector<HistoryEntry> history(std::string_view case_id) = 0;
  /// All history, case by case in order of case id, each in order of seq. `visit` returns false to stop; gives whether
  /// all was visited.
  virtual bool each_entry(const std::function<bool(const HistoryEntry&)>& visit) = 0;
  /// All that is stored of each case of the range, in order of case id.
  virtual void each_file(const IdRange& range, const std::function<void(const CaseFile&)>& visit) = 0;
  /// The range after an id that holds about so many entries of history.
  virtual IdRange range_after(std::string_view after, std::int64_t entries) = 0;

  /// Running clocks, but for paused ones, whose due instant or first alert point is at or before `until`, oldest due
  /// first. Cost follows the number of rows found, not the number of cases.
  virtual void each_warned(Instant until, const std::function<bool(const DeadlineRow&)>& visit) = 0;
  /// Running clocks, but for paused ones, with an alert point at or before `until` for which no alert exists yet, at
  /// most `limit`.
  virtual std::vector<DeadlineRow> unalerted(Instant until, std::int64_t limit) = 0;
  /// Running clocks of one name, but for paused ones, that are due at or before `until`, oldest first, at most `limit`.
  virtual std::vector<DeadlineRow> expired(std::string_view deadline, Instant until, std::int64_t limit) = 0;
  /// The earliest alert point after `after` of the running clocks, but for paused ones, that was not alerted yet; with
  /// Instant::min() the oldest. And how many clocks have one at or before `until`.
  virtual std::optional<Instant> next_alert(Instant after) = 0;
  virtual std::int64_t count_unalerted(Instant until) = 0;
  /// The earliest due instant after `after` of the running clocks of one name, but for paused ones.
  virtual std::optional<Instant> next_due(std::string_view deadline, Instant after) = 0;
  virtual std::vector<ClockCount> clock_counts() = 0;
  virtual std::int64_t open_cases() = 0;
  /// In order of centre and state, without zeros. Cost does not depend on how many cases there are.
  virtual std::vector<StateCount> open_by_state() = 0;
  virtual std::int64_t all_cases() = 0;
  virtual std::int64_t provisional_clocks() = 0;

  virtual std::vector<Alert> alerts(std::string_view case_id) = 0;
  /// The alerts raised at or after `from`, oldest first. Cost follows what is found.
  virtual void each_alert_since(Instant from, const std::function<bool(const Alert&)>& visit) = 0;

  /// How far the history reaches: grows with every entry of any case, 0 without any. And the cases that moved after
  /// such a position, in the order of their first move, each once.
  virtual std::int64_t position() = 0;
  virtual std::vector<std::string> moved_since(std::int64_t position) = 0;
  /// Id, revision and head of every case in the order of ids.
  virtual void each_head(const std::function<void(std::string_view, std::int64_t, std::string_view)>& visit) = 0;
  virtual std::optional<Told> told(std::string_view person, std::string_view key) = 0;
  virtual std::optional<Lease> lease() = 0;
  virtual std::optional<Night> night(Date day) = 0;
  /// The runs of the nights, the newest first, at most `limit`.
  virtual std::vector<Night> nights(std::int64_t limit) = 0;

  virtual std::vector<Attempt> attempts() = 0;
  virtual std::vector<Centre> centres() = 0;
  virtual std::vector<Person> people() = 0;
  virtual std::vector<StoredCalendar> stored_calendars() = 0;  // in order of revision
  virtual std::int64_t roster_revision() = 0;                  // grows with every change of people, centres or settings
  virtual std::int64_t calendar_revision() = 0;  // the highest revision, 0 for the built-in calendar alone
  virtual std::optional<std::string> setting(std::string_view key) = 0;
  /// Every number series with the last number taken from it, in order of name.
  virtual std::vector<std::pair<std::string, std::int64_t>> series() = 0;
  /// Who may come in; its changing calls belong into a Writing. A view that keeps none throws engine::Error.
  virtual AccountRows& accounts();
  /// What became of the messages of the outbox; the same holds.
  virtual DeliveryRows& deliveries();
};

/// A transaction that writes. Everything in it is stored together and durably, or not at all.
class Writing : public Reading {
 public:
  /// The next number of a gapless series; given back if the transaction fails.
  virtual std::int64_t take_number(std::string_view series) = 0;
  /// Appends an entry; a gap, a broken chain or a transition outside the relation is refused by the database too.
  virtual void append(const HistoryEntry& entry) = 0;
  /// Stores the record and its clocks as they now are. `record.revision` must be the seq just appended.
  virtual void put_case(const CaseRecord& record) = 0;
  /// True if the alert is new; its key is unique for ever.
  virtual bool raise(const Alert& alert) = 0;
  virtual void post(const OutboxItem& item) = 0;
  virtual void note_attempt(const Attempt& attempt) = 0;
  virtual void put_centre(const Centre& centre) = 0;
  virtual void put_person(const Person& person) = 0;
  virtual std::int64_t put_calendar(StoredCalendar layer) = 0;  // gives the new revision
  virtual void put_setting(std::string_view key, std::string_view value) = 0;
  virtual void put_transitions(const std::vector<Transition>& relation) = 0;
  /// Its entry must be there. What was told more than `told_memory` before is forgotten.
  virtual void put_told(const Told& told) = 0;
  virtual void put_lease(const Lease& lease) = 0;
  /// True if there was no run of that day yet; what is there is never changed.
  virtual bool put_night(const Night& night) = 0;
};

/// Where cases are kept: the port that storage/ implements. Thread-safe.
class Store {
 public:
  virtual ~Store() = default;

  /// Runs `work` on one consistent snapshot.
  virtual void read(const std::function<void(Reading&)>& work) = 0;
  /// Runs `work` on several views of one and the same state, one for each of its threads: at most `most`, at least one.
  virtual void read_together(std::size_t /*most*/, const std::function<void(std::span<Reading* const>)>& work) {
    read([&](Reading& only) { work(std::array{&only}); });
  }
  /// Runs `work` in one durable transaction, alone among all writers of all processes. If `work` throws, nothing is
  /// stored and the exception goes on. Throws engine::Error{Busy} if the writer lock is not had within the limit.
  /// `work` may be run again from its start, after all it had written was undone, when another work that shares its
  /// transaction throws: it sets what it captures and adds nothing to it.
  virtual void write(const std::function<void(Writing&)>& work) = 0;
};

}  // namespace engine
