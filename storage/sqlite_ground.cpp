#include "storage/clock_columns.hpp"
#include "storage/sqlite_reading.hpp"

namespace storage {

std::vector<engine::Alert> SqliteReading::alerts(std::string_view case_id) {
  Query query = connection_.take(
      "SELECT case_id, deadline, cycle, level, due, at, raised_at, tells, superseded FROM alerts "
      "WHERE org = ? AND case_id = ? ORDER BY deadline, cycle, level, due");
  query.with(org_, case_id);
  std::vector<engine::Alert> found;
  while (query.step()) {
    auto& a = found.emplace_back();
    query.row() >> a.case_id >> a.deadline >> a.cycle >> a.level >> a.due >> a.at >> a.raised_at >> a.tells >>
        a.superseded;
  }
  return found;
}

std::vector<engine::Attempt> SqliteReading::attempts() {
  Query query =
      connection_.take("SELECT person, action, case_number, reason, at FROM attempts WHERE org = ? ORDER BY at, n");
  query.with(org_);
  std::vector<engine::Attempt> found;
  while (query.step()) {
    auto& a = found.emplace_back();
    query.row() >> a.person >> a.action >> a.case_number >> a.reason >> a.at;
  }
  return found;
}

std::vector<engine::Centre> SqliteReading::centres() {
  Query query = connection_.take(
      "SELECT id, name, level, parent, register_format, mediation_format, site FROM centres WHERE org = ? ORDER BY id");
  query.with(org_);
  std::vector<engine::Centre> found;
  while (query.step()) {
    auto& c = found.emplace_back();
    query.row() >> c.id >> c.name >> c.level >> c.parent >> c.register_format >> c.mediation_format >> c.site;
  }
  return found;
}

std::vector<engine::Person> SqliteReading::people() {
  Query query = connection_.take(
      "SELECT id, name, login, centre, unit, attendance, roles, head, \"from\", until FROM people WHERE org = ? "
      "ORDER BY id");
  query.with(org_);
  std::vector<engine::Person> found;
  std::string roles;
  while (query.step()) {
    auto& p = found.emplace_back();
    query.row() >> p.id >> p.name >> p.login >> p.centre >> p.unit >> p.attendance >> roles >> p.head >> p.from >>
        p.until;
    from_column(roles, p.roles);
  }
  return found;
}

std::vector<engine::StoredCalendar> SqliteReading::stored_calendars() {
  Query query = connection_.take(
      "SELECT revision, name, content, author, why, recorded_at FROM calendars WHERE org = ? ORDER BY revision");
  query.with(org_);
  std::vector<engine::StoredCalendar> found;
  while (query.step()) {
    auto& c = found.emplace_back();
    query.row() >> c.revision >> c.name >> c.content >> c.author >> c.why >> c.recorded_at;
  }
  return found;
}

std::int64_t SqliteReading::calendar_revision() {
  Query query = connection_.take("SELECT coalesce(max(revision), 0) FROM calendars WHERE org = ?");
  std::int64_t revision = 0;
  if (query.with(org_).step()) query.row() >> revision;
  return revision;
}

std::optional<std::string> SqliteReading::setting(std::string_view key) {
  Query query = connection_.take("SELECT value FROM settings WHERE org = ? AND key = ?");
  if (!query.with(org_, key).step()) return std::nullopt;
  std::string value;
  query.row() >> value;
  return value;
}

std::vector<std::pair<std::string, std::int64_t>> SqliteReading::series() {
  Query query = connection_.take("SELECT name, value FROM series WHERE org = ? ORDER BY name");
  query.with(org_);
  std::vector<std::pair<std::string, std::int64_t>> found;
  while (query.step()) {
    auto& [name, value] = found.emplace_back();
    query.row() >> name >> value;
  }
  return found;
}

}  // namespace storage
