#include "storage/clock_columns.hpp"
#include "storage/sqlite_reading.hpp"

namespace storage {
namespace {

// Everything a work list shows of a running clock: exactly what the index deadlines_warned covers.
#define MAOTIAO_CLOCK_COLUMNS                                                                          \
  "case_id, case_number, ref, holder, centre, state, name, cycle, standard, start, due, provisional, " \
  "rule_version, calendar_revision, rule, points, pauses"

void read(Row row, engine::DeadlineRow& out) {
  thread_local std::string points, pauses;
  engine::Deadline& d = out.deadline;
  row >> out.case_id >> out.case_number >> out.ref >> out.holder >> out.centre >> out.state >> d.name >> d.cycle >>
      d.standard >> d.start >> d.due >> d.provisional >> d.rule_version >> d.calendar_revision >> d.rule >> points >>
      pauses;
  from_column(points, d.points);
  from_column(pauses, d.pauses);
}

}  // namespace

void SqliteReading::each_warned(engine::Instant until, const std::function<bool(const engine::DeadlineRow&)>& visit) {
  Query query = connection_.take("SELECT " MAOTIAO_CLOCK_COLUMNS
                                 " FROM deadlines INDEXED BY deadlines_warned WHERE org = ? AND warn_at <= ? "
                                 "ORDER BY due, case_id, n");
  query.with(org_, until);
  engine::DeadlineRow row;
  while (query.step()) {
    read(query.row(), row);
    if (!visit(row)) return;
  }
}

std::vector<engine::DeadlineRow> SqliteReading::read_clocks(Query& query) {
  std::vector<engine::DeadlineRow> found;
  while (query.step()) read(query.row(), found.emplace_back());
  return found;
}

std::vector<engine::DeadlineRow> SqliteReading::unalerted(engine::Instant until, std::int64_t limit) {
  Query query = connection_.take("SELECT " MAOTIAO_CLOCK_COLUMNS
                                 " FROM deadlines INDEXED BY deadlines_unalerted WHERE org = ? AND "
                                 "next_alert_at <= ? ORDER BY next_alert_at, case_id, n LIMIT ?");
  return read_clocks(query.with(org_, until, limit));
}

std::vector<engine::DeadlineRow> SqliteReading::expired(std::string_view deadline, engine::Instant until,
                                                        std::int64_t limit) {
  Query query = connection_.take("SELECT " MAOTIAO_CLOCK_COLUMNS
                                 " FROM deadlines INDEXED BY deadlines_due WHERE org = ? AND name = ? AND due <= ? "
                                 "AND warn_at IS NOT NULL ORDER BY due, case_id, n LIMIT ?");
  return read_clocks(query.with(org_, deadline, until, limit));
}

std::vector<engine::ClockCount> SqliteReading::clock_counts() {
  store_counts(connection_, org_, differences_);
  Query query = connection_.take(
      "SELECT centre, name, sum(iif(what = 'running', n, 0)), sum(iif(what = 'on_time', n, 0)), "
      "sum(iif(what = 'late', n, 0)), sum(iif(what = 'stopped', n, 0)) FROM counts "
      "WHERE org = ? AND what IN ('running', 'on_time', 'late', 'stopped') AND n <> 0 "
      "GROUP BY centre, name ORDER BY centre, name");
  query.with(org_);
  std::vector<engine::ClockCount> found;
  while (query.step()) {
    auto& count = found.emplace_back();
    query.row() >> count.centre >> count.deadline >> count.running >> count.on_time >> count.late >> count.stopped;
  }
  return found;
}

std::int64_t SqliteReading::counted(const char* what) {
  store_counts(connection_, org_, differences_);
  Query query = connection_.take("SELECT coalesce(sum(n), 0) FROM counts WHERE org = ? AND what = ?");
  query.with(org_, what).step();
  std::int64_t n = 0;
  query.row() >> n;
  return n;
}

std::int64_t SqliteReading::open_cases() { return counted("open"); }

std::vector<engine::StateCount> SqliteReading::open_by_state() {
  store_counts(connection_, org_, differences_);
  Query query = connection_.take(
      "SELECT centre, name, n FROM counts WHERE org = ? AND what = 'open' AND n <> 0 ORDER BY centre, name");
  query.with(org_);
  std::vector<engine::StateCount> found;
  while (query.step()) {
    auto& count = found.emplace_back();
    query.row() >> count.centre >> count.state >> count.cases;
  }
  return found;
}

std::int64_t SqliteReading::all_cases() { return counted("cases"); }
std::int64_t SqliteReading::provisional_clocks() { return counted("provisional"); }
std::int64_t SqliteReading::roster_revision() { return counted("roster"); }

}  // namespace storage
