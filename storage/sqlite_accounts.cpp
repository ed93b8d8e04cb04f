#include "storage/sqlite_accounts.hpp"

namespace storage {

using engine::Instant;
using engine::KnownPlace;
using engine::PasswordRow;
using engine::SessionRow;

namespace {

PasswordRow password_of(Row row) {
  PasswordRow p;
  row >> p.person >> p.hash >> p.must_change >> p.set_at >> p.set_by;
  return p;
}

SessionRow session_of(Row row) {
  SessionRow s;
  row >> s.digest >> s.id >> s.person >> s.standing >> s.must_change >> s.created_at >> s.seen_at >> s.address >>
      s.agent;
  return s;
}

}  // namespace

std::int64_t SqliteAccounts::revision() {
  Query query = connection_.take("SELECT n FROM account_revision WHERE org = ?");
  std::int64_t n = 0;
  if (query.with(org_).step()) query.row() >> n;
  return n;
}

void SqliteAccounts::raise_revision() {
  connection_.take("INSERT INTO account_revision (org, n) VALUES (?, 1) ON CONFLICT (org) DO UPDATE SET n = n + 1")
      .with(org_)
      .run();
}

std::optional<PasswordRow> SqliteAccounts::password(std::string_view person) {
  Query query = connection_.take(
      "SELECT person, hash, must_change, set_at, set_by FROM account_passwords WHERE org = ? AND person = ?");
  if (!query.with(org_, person).step()) return {};
  return password_of(query.row());
}

std::vector<PasswordRow> SqliteAccounts::passwords() {
  Query query = connection_.take(
      "SELECT person, hash, must_change, set_at, set_by FROM account_passwords WHERE org = ? ORDER BY person");
  query.with(org_);
  std::vector<PasswordRow> found;
  while (query.step()) found.push_back(password_of(query.row()));
  return found;
}

void SqliteAccounts::put_password(const PasswordRow& row) {
  connection_
      .take(
          "INSERT OR REPLACE INTO account_passwords (org, person, hash, must_change, set_at, set_by) "
          "VALUES (?,?,?,?,?,?)")
      .with(org_, row.person, row.hash, row.must_change, row.set_at, row.set_by)
      .run();
}

std::optional<SessionRow> SqliteAccounts::session(std::string_view digest) {
  Query query = connection_.take(
      "SELECT digest, id, person, standing, must_change, created_at, seen_at, address, agent FROM account_sessions "
      "WHERE org = ? AND digest = ?");
  if (!query.with(org_, digest).step()) return {};
  return session_of(query.row());
}

std::vector<SessionRow> SqliteAccounts::sessions(std::string_view person) {
  Query query = connection_.take(
      "SELECT digest, id, person, standing, must_change, created_at, seen_at, address, agent FROM account_sessions "
      "WHERE org = ?1 AND (?2 = '' OR person = ?2) ORDER BY created_at, digest");
  query.with(org_, person);
  std::vector<SessionRow> found;
  while (query.step()) found.push_back(session_of(query.row()));
  return found;
}

void SqliteAccounts::put_session(const SessionRow& s) {
  connection_
      .take(
          "INSERT INTO account_sessions (org, digest, id, person, standing, must_change, created_at, seen_at, "
          "address, agent) VALUES (?,?,?,?,?,?,?,?,?,?)")
      .with(org_, s.digest, s.id, s.person, s.standing, s.must_change, s.created_at, s.seen_at, s.address, s.agent)
      .run();
}

void SqliteAccounts::touch_session(std::string_view digest, Instant seen_at) {
  connection_.take("UPDATE account_sessions SET seen_at = max(seen_at, ?) WHERE org = ? AND digest = ?")
      .with(seen_at, org_, digest)
      .run();
}

void SqliteAccounts::remove_session(std::string_view digest) {
  if (connection_.take("DELETE FROM account_sessions WHERE org = ? AND digest = ?").with(org_, digest).run() > 0)
    raise_revision();
}

std::vector<KnownPlace> SqliteAccounts::places(std::string_view person) {
  Query query = connection_.take(
      "SELECT person, kind, place, seen_at FROM account_places WHERE org = ? AND person = ? ORDER BY kind, place");
  query.with(org_, person);
  std::vector<KnownPlace> found;
  int kind = 0;
  while (query.step()) {
    auto& p = found.emplace_back();
    query.row() >> p.person >> kind >> p.place >> p.seen_at;
    p.kind = static_cast<KnownPlace::Kind>(kind);
  }
  return found;
}

void SqliteAccounts::put_place(const KnownPlace& row) {
  connection_.take("INSERT OR REPLACE INTO account_places (org, person, kind, place, seen_at) VALUES (?,?,?,?,?)")
      .with(org_, row.person, static_cast<int>(row.kind), row.place, row.seen_at)
      .run();
}

void SqliteAccounts::remove_place(const KnownPlace& row) {
  connection_.take("DELETE FROM account_places WHERE org = ? AND person = ? AND kind = ? AND place = ?")
      .with(org_, row.person, static_cast<int>(row.kind), row.place)
      .run();
}

}  // namespace storage
