#include "storage/counts.hpp"

#include "storage/clock_columns.hpp"

namespace storage {
namespace {

Tally read_tally(Query& query) {
  Tally tally;
  while (query.step()) {
    Count key;
    std::int64_t n = 0;
    query.row() >> key.what >> key.centre >> key.name >> n;
    tally[key] += n;
  }
  return tally;
}

}  // namespace

void count_case(Tally& tally, const engine::CaseRecord& record, std::int64_t times) {
  tally[{"cases", record.centre, ""}] += times;
  if (record.open) tally[{"open", record.centre, record.state}] += times;
  for (const auto& deadline : record.deadlines) {
    tally[{std::string{counted_as(deadline)}, record.centre, deadline.name}] += times;
    if (deadline.running() && deadline.provisional) tally[{"provisional", record.centre, deadline.name}] += times;
  }
}

void store_counts(Connection& connection, const std::string& org, Tally& differences) {
  for (const auto& [key, n] : differences) {
    if (n == 0) continue;
    connection
        .take(
            "INSERT INTO counts (org, what, centre, name, n) VALUES (?,?,?,?,?) "
            "ON CONFLICT (org, what, centre, name) DO UPDATE SET n = n + excluded.n")
        .with(org, key.what, key.centre, key.name, n)
        .run();
  }
  differences.clear();
}

Tally stored_counts(Connection& connection, const std::string& org) {
  Query query =
      connection.take("SELECT what, centre, name, n FROM counts WHERE org = ? AND n <> 0 AND what <> 'roster'");
  return read_tally(query.with(org));
}

Tally recount(Connection& connection, const std::string& org) {
  Query query = connection.take(
      "SELECT 'entries', '', '', count(*) FROM history WHERE org = ?1 HAVING count(*) > 0 "
      "UNION ALL SELECT 'cases', centre, '', count(*) FROM cases WHERE org = ?1 GROUP BY centre "
      "UNION ALL SELECT 'open', centre, state, count(*) FROM cases WHERE org = ?1 AND open = 1 GROUP BY centre, state "
      "UNION ALL SELECT CASE WHEN d.met IS NOT NULL THEN iif(d.met <= d.due, 'on_time', 'late') "
      "WHEN d.stopped IS NOT NULL THEN 'stopped' ELSE 'running' END AS what, c.centre, d.name, count(*) "
      "FROM deadlines d JOIN cases c ON c.org = d.org AND c.id = d.case_id WHERE d.org = ?1 GROUP BY 1, 2, 3 "
      "UNION ALL SELECT 'provisional', c.centre, d.name, count(*) "
      "FROM deadlines d JOIN cases c ON c.org = d.org AND c.id = d.case_id "
      "WHERE d.org = ?1 AND d.met IS NULL AND d.stopped IS NULL AND d.provisional = 1 GROUP BY 2, 3");
  return read_tally(query.with(org));
}

}  // namespace storage
