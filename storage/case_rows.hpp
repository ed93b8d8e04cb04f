#pragma once

#include "engine/case_record.hpp"
#include "engine/history.hpp"
#include "engine/store.hpp"
#include "storage/connection.hpp"

#include <string>

namespace storage {

/// The rows of one organisation's cases, their clocks and their history, as the engine knows them.
class CaseRows {
 public:
  CaseRows(Connection& connection, std::string org) : connection_(connection), org_(std::move(org)) {}

  /// Fills `record` but its clocks, an entry or a clock from a row that begins with their columns (below).
  static void read(Row row, engine::CaseRecord& record);
  static void read(Row row, engine::HistoryEntry& entry);
  static void read(Row row, engine::Deadline& deadline);
  /// The clocks of a case in the order of the record.
  void read_deadlines(const std::string& case_id, std::vector<engine::Deadline>& out);

  /// A case by its id, with its clocks.
  [[nodiscard]] std::optional<engine::CaseRecord> stored(const std::string& id);
  void append(const engine::HistoryEntry& entry);
  void insert(const engine::CaseRecord& record);
  /// `before` is what is stored of the case now.
  void update(const engine::CaseRecord& before, const engine::CaseRecord& record);
  /// What was stored at the place of a clock before: not even the case, the case without it, or the clock.
  enum class Stands { NoCase, NoClock, Clock };
  /// Writes the clock at place `n`.
  void put_deadline(const engine::CaseRecord& record, std::size_t n, Stands stands);
  /// Writes what a work list shows of the case beside a clock that counts and stays as it is.
  void list_deadline(const engine::CaseRecord& record, std::size_t n);
  void remove_deadline(const std::string& case_id, std::size_t n);
  /// The first alert point of a running clock for which no alert exists.
  [[nodiscard]] std::optional<engine::Instant> next_alert(const std::string& case_id, const engine::Deadline& deadline);

 private:
  Connection& connection_;
  std::string org_;
};

}  // namespace storage

// Column lists shared by several statements, in the order CaseRows reads them.
#define MAOTIAO_CASE_COLUMNS                                                                                   \
  "id, number, second_number, ref, centre, holder, state, open, kind, channel, subject, emergency, revision, " \
  "head, arrived_at, last_occurred_at, facts_version, facts"
#define MAOTIAO_HISTORY_COLUMNS                                                                               \
  "case_id, seq, event, state_before, state_after, occurred_at, recorded_at, actor, centre, holder, origin, " \
  "late_entry, fields, clocks, prev_hash, hash"
#define MAOTIAO_DEADLINE_COLUMNS                                                                            \
  "name, cycle, standard, start, due, provisional, rule_version, calendar_revision, rule, points, pauses, " \
  "met, stopped"
