#include "storage/sqlite_writing.hpp"

#include "engine/error.hpp"
#include "engine/process.hpp"
#include "engine/time/text.hpp"
#include "storage/clock_columns.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace storage {

using engine::CaseRecord;
using engine::Deadline;

// Notes that a write was left by an exception: what it half did must never be committed.
class SqliteWriting::Pledge {
 public:
  explicit Pledge(bool& broken) : broken_(broken) {}
  ~Pledge() {
    if (std::uncaught_exceptions() > before_) broken_ = true;
  }
  Pledge(const Pledge&) = delete;
  Pledge& operator=(const Pledge&) = delete;

 private:
  bool& broken_;
  int before_ = std::uncaught_exceptions();
};

void SqliteWriting::check() const {
  if (broken_)
    throw engine::Error(engine::Error::Kind::Fault, "half_written",
                        "A part of this change could not be stored, so none of it is.");
}

void SqliteWriting::finish() {
  check();
  store_counts(connection_, org_, differences_);
}

void SqliteWriting::back_to(Tally mark) {
  differences_ = std::move(mark);
  broken_ = false;
  arrived_.clear();
}

std::int64_t SqliteWriting::take_number(std::string_view series) {
  const Pledge pledge{broken_};
  std::int64_t value = 1;
  {
    Query grow = connection_.take("UPDATE series SET value = value + 1 WHERE org = ? AND name = ? RETURNING value");
    if (grow.with(org_, series).step()) {
      grow.row() >> value;
      while (grow.step()) continue;
      return value;
    }
  }
  connection_.take("INSERT INTO series (org, name, value) VALUES (?, ?, 1)").with(org_, series).run();
  return value;
}

void SqliteWriting::append(const engine::HistoryEntry& entry) {
  const Pledge pledge{broken_};
  rows_.append(entry);
  ++differences_[{"entries", "", ""}];
  if (entry.seq == 1) arrived_ = entry.case_id;
}

void SqliteWriting::put_case(const CaseRecord& record) {
  const Pledge pledge{broken_};
  const bool new_here = record.id == std::exchange(arrived_, {});
  if (const auto before = new_here ? std::nullopt : rows_.stored(record.id)) {
    count_case(differences_, *before, -1);
    renew(*before, record);
  } else {
    rows_.insert(record);
    for (std::size_t n = 0; n < record.deadlines.size(); ++n) rows_.put_deadline(record, n, CaseRows::Stands::NoCase);
  }
  count_case(differences_, record, 1);
}

namespace {

bool same_list_columns(const CaseRecord& a, const CaseRecord& b) {
  return a.number == b.number && a.ref == b.ref && a.holder == b.holder && a.centre == b.centre && a.state == b.state;
}

}  // namespace

// Only clocks that changed, and running ones whose list columns changed, are written.
void SqliteWriting::renew(const CaseRecord& before, const CaseRecord& record) {
  rows_.update(before, record);
  const bool listed_same = same_list_columns(before, record);
  for (std::size_t n = 0; n < record.deadlines.size(); ++n) {
    const Deadline& d = record.deadlines[n];
    const bool stands = n < before.deadlines.size();
    if (!stands || before.deadlines[n] != d)
      rows_.put_deadline(record, n, stands ? CaseRows::Stands::Clock : CaseRows::Stands::NoClock);
    else if (is_counting(d) && !listed_same)
      rows_.list_deadline(record, n);
  }
  for (std::size_t n = record.deadlines.size(); n < before.deadlines.size(); ++n) rows_.remove_deadline(record.id, n);
}

bool SqliteWriting::raise(const engine::Alert& a) {
  const Pledge pledge{broken_};
  const int added =
      connection_
          .take(
              "INSERT INTO alerts (org, case_id, deadline, cycle, level, due, at, raised_at, tells, superseded) "
              "VALUES (?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING")
          .with(org_, a.case_id, a.deadline, a.cycle, a.level, a.due, a.at, a.raised_at, a.tells, a.superseded)
          .run();
  if (added > 0) settle_alert(a);
  return added > 0;
}

// Moves the next unalerted point of the clock in the transaction that raises the alert.
void SqliteWriting::settle_alert(const engine::Alert& a) {
  Query query = connection_.take(
      "SELECT n, name, cycle, due, points FROM deadlines WHERE org = ? AND case_id = ? AND +warn_at IS NOT NULL");
  query.with(org_, a.case_id);
  std::string points;
  Deadline d;
  while (query.step()) {
    std::int64_t n = 0;
    query.row() >> n >> d.name >> d.cycle >> d.due >> points;
    if (d.name != a.deadline || d.cycle != a.cycle || d.due != a.due) continue;
    from_column(points, d.points);
    connection_.take("UPDATE deadlines SET next_alert_at = ? WHERE org = ? AND case_id = ? AND n = ?")
        .with(rows_.next_alert(a.case_id, d), org_, a.case_id, n)
        .run();
  }
}

void SqliteWriting::post(const engine::OutboxItem& item) {
  const Pledge pledge{broken_};
  connection_.take("INSERT INTO outbox (org, id, case_id, \"to\", subject, created_at) VALUES (?,?,?,?,?,?)")
      .with(org_, item.id, item.case_id, item.to, item.subject, item.created_at)
      .run();
}

void SqliteWriting::note_attempt(const engine::Attempt& a) {
  const Pledge pledge{broken_};
  connection_
      .take(
          "INSERT INTO attempts (org, at, n, person, action, case_number, reason) VALUES (?1, ?2, "
          "1 + coalesce((SELECT max(n) FROM attempts WHERE org = ?1 AND at = ?2), 0), ?3, ?4, ?5, ?6)")
      .with(org_, a.at, a.person, a.action, a.case_number, a.reason)
      .run();
}

void SqliteWriting::note_roster_change() { ++differences_[{"roster", "", ""}]; }

void SqliteWriting::put_centre(const engine::Centre& c) {
  const Pledge pledge{broken_};
  const auto all = centres();
  if (std::find(all.begin(), all.end(), c) != all.end()) return;
  connection_
      .take(
          "INSERT INTO centres (org, id, name, level, parent, register_format, mediation_format, site) "
          "VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (org, id) DO UPDATE SET name = excluded.name, "
          "level = excluded.level, parent = excluded.parent, register_format = excluded.register_format, "
          "mediation_format = excluded.mediation_format, site = excluded.site")
      .with(org_, c.id, c.name, c.level, c.parent, c.register_format, c.mediation_format, c.site)
      .run();
  note_roster_change();
}

void SqliteWriting::put_person(const engine::Person& p) {
  const Pledge pledge{broken_};
  const auto all = people();
  if (std::find(all.begin(), all.end(), p) != all.end()) return;
  const std::string roles = to_column(p.roles);
  connection_
      .take(
          "INSERT INTO people (org, id, name, login, centre, unit, attendance, roles, head, \"from\", until) "
          "VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (org, id) DO UPDATE SET name = excluded.name, "
          "login = excluded.login, centre = excluded.centre, unit = excluded.unit, "
          "attendance = excluded.attendance, roles = excluded.roles, head = excluded.head, "
          "\"from\" = excluded.\"from\", until = excluded.until")
      .with(org_, p.id, p.name, p.login, p.centre, p.unit, p.attendance, roles, p.head, p.from, p.until)
      .run();
  note_roster_change();
}

std::int64_t SqliteWriting::put_calendar(engine::StoredCalendar layer) {
  const Pledge pledge{broken_};
  layer.revision = calendar_revision() + 1;
  connection_
      .take("INSERT INTO calendars (org, revision, name, content, author, why, recorded_at) VALUES (?,?,?,?,?,?,?)")
      .with(org_, layer.revision, layer.name, layer.content, layer.author, layer.why, layer.recorded_at)
      .run();
  return layer.revision;
}

void SqliteWriting::put_setting(std::string_view key, std::string_view value) {
  const Pledge pledge{broken_};
  if (setting(key) == value) return;
  connection_
      .take(
          "INSERT INTO settings (org, key, value) VALUES (?,?,?) "
          "ON CONFLICT (org, key) DO UPDATE SET value = excluded.value")
      .with(org_, key, value)
      .run();
  note_roster_change();
}

void SqliteWriting::put_transitions(const std::vector<engine::Transition>& relation) {
  const Pledge pledge{broken_};
  connection_.take("INSERT INTO relation (org, open) VALUES (?, 1) ON CONFLICT (org) DO UPDATE SET open = 1")
      .with(org_)
      .run();
  connection_.take("DELETE FROM transitions WHERE org = ?").with(org_).run();
  for (const auto& row : relation)
    connection_
        .take("INSERT INTO transitions (org, event, from_state, to_state) VALUES (?,?,?,?) ON CONFLICT DO NOTHING")
        .with(org_, row.event, row.from, row.to)
        .run();
  connection_.take("UPDATE relation SET open = 0 WHERE org = ?").with(org_).run();
}

void SqliteWriting::put_told(const engine::Told& t) {
  const Pledge pledge{broken_};
  connection_.take("DELETE FROM told WHERE org = ? AND at < ?").with(org_, t.at - engine::told_memory).run();
  connection_.take("INSERT INTO told (org, person, key, digest, case_id, seq, at) VALUES (?,?,?,?,?,?,?)")
      .with(org_, t.person, t.key, t.digest, t.case_id, t.seq, t.at)
      .run();
}

void SqliteWriting::put_lease(const engine::Lease& l) {
  const Pledge pledge{broken_};
  connection_
      .take(
          "INSERT INTO lease (org, owner, fence, beats, taken_at, beat_at, expires_at, swept_at, faults) "
          "VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (org) DO UPDATE SET owner = excluded.owner, "
          "fence = excluded.fence, beats = excluded.beats, taken_at = excluded.taken_at, beat_at = excluded.beat_at, "
          "expires_at = excluded.expires_at, swept_at = excluded.swept_at, faults = excluded.faults")
      .with(org_, l.owner, l.fence, l.beats, l.taken_at, l.beat_at, l.expires_at, l.swept_at, l.faults)
      .run();
}

bool SqliteWriting::put_night(const engine::Night& n) {
  const Pledge pledge{broken_};
  const std::string day = engine::format_date(n.day);
  const std::string missed = n.missed_from ? engine::format_date(*n.missed_from) : std::string();
  return connection_
             .take(
                 "INSERT INTO nights (org, day, as_of, missed_from, owner, report) VALUES (?,?,?,?,?,?) "
                 "ON CONFLICT DO NOTHING")
             .with(org_, day, n.as_of, missed, n.owner, n.report)
             .run() > 0;
}

}  // namespace storage
