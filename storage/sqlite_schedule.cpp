#include "engine/time/text.hpp"
#include "storage/sqlite_reading.hpp"

#include <set>

namespace storage {

using engine::Instant;

namespace {

std::optional<Instant> only_instant(Query& query) {
  std::optional<Instant> at;
  if (query.step()) query.row() >> at;
  return at;
}

}  // namespace

std::optional<Instant> SqliteReading::next_alert(Instant after) {
  Query query = connection_.take(
      "SELECT next_alert_at FROM deadlines INDEXED BY deadlines_unalerted WHERE org = ? AND next_alert_at > ? "
      "ORDER BY next_alert_at LIMIT 1");
  return only_instant(query.with(org_, after));
}

std::int64_t SqliteReading::count_unalerted(Instant until) {
  Query query = connection_.take(
      "SELECT count(*) FROM deadlines INDEXED BY deadlines_unalerted WHERE org = ? AND next_alert_at <= ?");
  std::int64_t n = 0;
  if (query.with(org_, until).step()) query.row() >> n;
  return n;
}

std::optional<Instant> SqliteReading::next_due(std::string_view deadline, Instant after) {
  Query query = connection_.take(
      "SELECT due FROM deadlines INDEXED BY deadlines_due WHERE org = ? AND name = ? AND due > ? AND "
      "warn_at IS NOT NULL ORDER BY due LIMIT 1");
  return only_instant(query.with(org_, deadline, after));
}

void SqliteReading::each_alert_since(Instant from, const std::function<bool(const engine::Alert&)>& visit) {
  Query query = connection_.take(
      "SELECT case_id, deadline, cycle, level, due, at, raised_at, tells, superseded "
      "FROM alerts INDEXED BY alerts_raised WHERE org = ? AND raised_at >= ? "
      "ORDER BY raised_at, case_id, deadline, cycle, level, due");
  query.with(org_, from);
  engine::Alert a;
  while (query.step()) {
    query.row() >> a.case_id >> a.deadline >> a.cycle >> a.level >> a.due >> a.at >> a.raised_at >> a.tells >>
        a.superseded;
    if (!visit(a)) return;
  }
}

// Nothing is ever taken out of the history, so its row numbers only grow.
std::int64_t SqliteReading::position() { return connection_.number("SELECT coalesce(max(rowid), 0) FROM history"); }

std::vector<std::string> SqliteReading::moved_since(std::int64_t position) {
  // not by the index of cases, which would be read whole
  Query query = connection_.take("SELECT case_id FROM history NOT INDEXED WHERE rowid > ? AND org = ? ORDER BY rowid");
  query.with(position, org_);
  std::vector<std::string> ids;
  std::set<std::string> seen;
  for (std::string id; query.step();) {
    query.row() >> id;
    if (seen.insert(id).second) ids.push_back(id);
  }
  return ids;
}

void SqliteReading::each_head(const std::function<void(std::string_view, std::int64_t, std::string_view)>& visit) {
  Query query = connection_.take("SELECT id, revision, head FROM cases WHERE org = ? ORDER BY id");
  query.with(org_);
  std::string id, head;
  std::int64_t revision = 0;
  while (query.step()) {
    query.row() >> id >> revision >> head;
    visit(id, revision, head);
  }
}

std::optional<engine::Lease> SqliteReading::lease() {
  Query query = connection_.take(
      "SELECT owner, fence, beats, taken_at, beat_at, expires_at, swept_at, faults FROM lease WHERE org = ?");
  if (!query.with(org_).step()) return std::nullopt;
  engine::Lease l;
  query.row() >> l.owner >> l.fence >> l.beats >> l.taken_at >> l.beat_at >> l.expires_at >> l.swept_at >> l.faults;
  return l;
}

namespace {

engine::Night night_in(Query& query) {
  std::string day, missed;
  engine::Night night;
  query.row() >> day >> night.as_of >> missed >> night.owner >> night.report;
  night.day = engine::parse_date(day);
  night.missed_from = engine::try_parse_date(missed);
  return night;
}

}  // namespace

std::optional<engine::Night> SqliteReading::night(engine::Date day) {
  const std::string date = engine::format_date(day);
  Query query = connection_.take("SELECT day, as_of, missed_from, owner, report FROM nights WHERE org = ? AND day = ?");
  if (!query.with(org_, date).step()) return std::nullopt;
  return night_in(query);
}

std::vector<engine::Night> SqliteReading::nights(std::int64_t limit) {
  Query query = connection_.take(
      "SELECT day, as_of, missed_from, owner, report FROM nights WHERE org = ? ORDER BY day DESC LIMIT ?");
  query.with(org_, limit);
  std::vector<engine::Night> found;
  while (query.step()) found.push_back(night_in(query));
  return found;
}

}  // namespace storage
