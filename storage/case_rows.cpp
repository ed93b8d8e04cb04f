#include "storage/case_rows.hpp"

#include "storage/clock_columns.hpp"

#include <algorithm>

namespace storage {

using engine::CaseRecord;
using engine::Deadline;
using engine::HistoryEntry;

void CaseRows::read(Row row, CaseRecord& r) {
  row >> r.id >> r.number >> r.second_number >> r.ref >> r.centre >> r.holder >> r.state >> r.open >> r.kind >>
      r.channel >> r.subject >> r.emergency >> r.revision >> r.head >> r.arrived_at >> r.last_occurred_at >>
      r.facts_version >> r.facts;
}

void CaseRows::read(Row row, HistoryEntry& e) {
  std::string_view origin;
  row >> e.case_id >> e.seq >> e.event >> e.state_before >> e.state_after >> e.occurred_at >> e.recorded_at >>
      e.actor >> e.centre >> e.holder >> origin >> e.late_entry >> e.fields >> e.clocks >> e.prev_hash >> e.hash;
  e.origin = engine::origin_from(origin);
}

void CaseRows::read(Row row, Deadline& d) {
  std::string_view id, points, pauses;
  row >> id >> d.name >> d.cycle >> d.standard >> d.start >> d.due >> d.provisional >> d.rule_version >>
      d.calendar_revision >> d.rule >> points >> pauses >> d.met >> d.stopped;
  from_column(points, d.points);
  from_column(pauses, d.pauses);
}

void CaseRows::read_deadlines(const std::string& case_id, std::vector<Deadline>& out) {
  Query query = connection_.take("SELECT case_id, " MAOTIAO_DEADLINE_COLUMNS
                                 " FROM deadlines WHERE org = ? AND case_id = ? ORDER BY n");
  query.with(org_, case_id);
  std::size_t used = 0;
  for (; query.step(); ++used) {
    if (used == out.size()) out.emplace_back();
    read(query.row(), out[used]);
  }
  out.resize(used);
}

std::optional<CaseRecord> CaseRows::stored(const std::string& id) {
  Query query = connection_.take("SELECT " MAOTIAO_CASE_COLUMNS " FROM cases WHERE org = ? AND id = ?");
  if (!query.with(org_, id).step()) return std::nullopt;
  std::optional<CaseRecord> record{std::in_place};
  read(query.row(), *record);
  read_deadlines(id, record->deadlines);
  return record;
}

void CaseRows::append(const HistoryEntry& e) {
  connection_
      .take("INSERT OR FAIL INTO history (org, " MAOTIAO_HISTORY_COLUMNS ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .with(org_, e.case_id, e.seq, e.event, e.state_before, e.state_after, e.occurred_at, e.recorded_at, e.actor,
            e.centre, e.holder, engine::to_word(e.origin), e.late_entry, e.fields, e.clocks, e.prev_hash, e.hash)
      .run();
}

void CaseRows::insert(const CaseRecord& r) {
  connection_
      .take("INSERT OR FAIL INTO cases (org, " MAOTIAO_CASE_COLUMNS ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .with(org_, r.id, r.number, r.second_number, r.ref, r.centre, r.holder, r.state, r.open, r.kind, r.channel,
            r.subject, r.emergency, r.revision, r.head, r.arrived_at, r.last_occurred_at, r.facts_version, r.facts)
      .run();
}

namespace {

bool same_place(const CaseRecord& a, const CaseRecord& b) {
  return a.centre == b.centre && a.holder == b.holder && a.state == b.state && a.open == b.open && a.kind == b.kind;
}

bool same_names(const CaseRecord& a, const CaseRecord& b) {
  return a.number == b.number && a.second_number == b.second_number && a.ref == b.ref;
}

}  // namespace

#define MAOTIAO_MOVED                                                                                              \
  "channel = ?3, subject = ?4, emergency = ?5, revision = ?6, head = ?7, arrived_at = ?8, last_occurred_at = ?9, " \
  "facts_version = ?10, facts = ?11"

// A step leaves alone the indexes that it does not move: SQLite rewrites the entry of an index as soon as one of its
// columns is named, whether it changes or not.
void CaseRows::update(const CaseRecord& before, const CaseRecord& r) {
  const auto moved = [&](Query query, const auto&... place) {
    query
        .with(org_, r.id, r.channel, r.subject, r.emergency, r.revision, r.head, r.arrived_at, r.last_occurred_at,
              r.facts_version, r.facts, place...)
        .run();
  };
  if (same_place(before, r))
    moved(connection_.take("UPDATE OR FAIL cases SET " MAOTIAO_MOVED " WHERE org = ?1 AND id = ?2"));
  else
    moved(connection_.take("UPDATE OR FAIL cases SET " MAOTIAO_MOVED
                           ", centre = ?12, holder = ?13, state = ?14, open = ?15, kind = ?16 "
                           "WHERE org = ?1 AND id = ?2"),
          r.centre, r.holder, r.state, r.open, r.kind);
  if (same_names(before, r)) return;
  connection_.take("UPDATE OR FAIL cases SET number = ?, second_number = ?, ref = ? WHERE org = ? AND id = ?")
      .with(r.number, r.second_number, r.ref, org_, r.id)
      .run();
}

#undef MAOTIAO_MOVED

namespace {

constexpr const char* insert_deadline =
    "INSERT OR FAIL INTO deadlines (org, case_id, n, name, cycle, standard, start, due, provisional, rule_version, "
    "calendar_revision, points, pauses, met, stopped, rule, case_number, ref, holder, centre, state, warn_at, "
    "next_alert_at) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23)";
constexpr const char* update_deadline =
    "UPDATE deadlines SET name = ?4, cycle = ?5, standard = ?6, start = ?7, due = ?8, provisional = ?9, "
    "rule_version = ?10, calendar_revision = ?11, points = ?12, pauses = ?13, met = ?14, stopped = ?15, rule = ?16, "
    "case_number = ?17, ref = ?18, holder = ?19, centre = ?20, state = ?21, warn_at = ?22, next_alert_at = ?23 "
    "WHERE org = ?1 AND case_id = ?2 AND n = ?3";

}  // namespace

void CaseRows::put_deadline(const CaseRecord& r, std::size_t n, Stands stands) {
  const Deadline& d = r.deadlines[n];
  const std::string points = to_column(d.points), pauses = to_column(d.pauses);
  const bool counts = is_counting(d);
  const auto shown = [&](const std::string& value) { return counts ? &value : nullptr; };
  const engine::Instant warned = warn_at(d);
  std::optional<engine::Instant> next;
  if (counts) next = stands == Stands::NoCase ? first_point(d) : next_alert(r.id, d);
  connection_.take(stands == Stands::Clock ? update_deadline : insert_deadline)
      .with(org_, r.id, static_cast<std::int64_t>(n), d.name, d.cycle, d.standard, d.start, d.due, d.provisional,
            d.rule_version, d.calendar_revision, points, pauses, d.met, d.stopped, d.rule, shown(r.number),
            shown(r.ref), shown(r.holder), shown(r.centre), shown(r.state), counts ? &warned : nullptr, next)
      .run();
}

// The other columns, and the other indexes, stay.
void CaseRows::list_deadline(const CaseRecord& r, std::size_t n) {
  connection_
      .take(
          "UPDATE deadlines SET case_number = ?, ref = ?, holder = ?, centre = ?, state = ? "
          "WHERE org = ? AND case_id = ? AND n = ?")
      .with(r.number, r.ref, r.holder, r.centre, r.state, org_, r.id, static_cast<std::int64_t>(n))
      .run();
}

void CaseRows::remove_deadline(const std::string& case_id, std::size_t n) {
  connection_.take("DELETE FROM deadlines WHERE org = ? AND case_id = ? AND n = ?")
      .with(org_, case_id, static_cast<std::int64_t>(n))
      .run();
}

std::optional<engine::Instant> CaseRows::next_alert(const std::string& case_id, const Deadline& d) {
  Query query = connection_.take(
      "SELECT level FROM alerts WHERE org = ? AND case_id = ? AND deadline = ? AND cycle = ? AND due = ?");
  query.with(org_, case_id, d.name, d.cycle, d.due);
  std::vector<std::string> alerted;
  while (query.step()) query.row() >> alerted.emplace_back();
  std::optional<engine::Instant> first;
  for (const auto& point : d.points)
    if ((!first || point.at < *first) && std::find(alerted.begin(), alerted.end(), point.level) == alerted.end())
      first = point.at;
  return first;
}

}  // namespace storage
