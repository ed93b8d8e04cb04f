#include "storage/sqlite_accounts.hpp"

namespace storage {

using engine::BrakeRow;
using engine::Instant;
using engine::TokenRow;

namespace {

TokenRow token_of(Row row) {
  TokenRow t;
  row >> t.digest >> t.id >> t.person >> t.name >> t.writes >> t.created_at >> t.created_by >> t.expires_at >>
      t.used_at >> t.feed;
  return t;
}

BrakeRow brake_of(Row row) {
  BrakeRow b;
  row >> b.kind >> b.login >> b.place >> b.failures >> b.at;
  return b;
}

}  // namespace

std::optional<TokenRow> SqliteAccounts::token(std::string_view digest) {
  Query query = connection_.take(
      "SELECT digest, id, person, name, writes, created_at, created_by, expires_at, used_at, feed FROM account_tokens "
      "WHERE org = ? AND digest = ?");
  if (!query.with(org_, digest).step()) return {};
  return token_of(query.row());
}

std::vector<TokenRow> SqliteAccounts::tokens() {
  Query query = connection_.take(
      "SELECT digest, id, person, name, writes, created_at, created_by, expires_at, used_at, feed FROM account_tokens "
      "WHERE org = ? ORDER BY created_at, id");
  query.with(org_);
  std::vector<TokenRow> found;
  while (query.step()) found.push_back(token_of(query.row()));
  return found;
}

void SqliteAccounts::put_token(const TokenRow& t) {
  connection_
      .take(
          "INSERT INTO account_tokens (org, digest, id, person, name, writes, created_at, created_by, expires_at, "
          "used_at, feed) VALUES (?,?,?,?,?,?,?,?,?,?,?)")
      .with(org_, t.digest, t.id, t.person, t.name, t.writes, t.created_at, t.created_by, t.expires_at, t.used_at,
            t.feed)
      .run();
}

void SqliteAccounts::touch_token(std::string_view digest, Instant used_at) {
  connection_.take("UPDATE account_tokens SET used_at = ? WHERE org = ? AND digest = ?")
      .with(used_at, org_, digest)
      .run();
}

void SqliteAccounts::remove_token(std::string_view digest) {
  if (connection_.take("DELETE FROM account_tokens WHERE org = ? AND digest = ?").with(org_, digest).run() > 0)
    raise_revision();
}

std::optional<BrakeRow> SqliteAccounts::brake(std::string_view kind, std::string_view login, std::string_view place) {
  Query query = connection_.take(
      "SELECT kind, login, place, failures, at FROM account_brakes "
      "WHERE org = ? AND kind = ? AND login = ? AND place = ?");
  if (!query.with(org_, kind, login, place).step()) return {};
  return brake_of(query.row());
}

std::vector<BrakeRow> SqliteAccounts::brakes(std::string_view login) {
  Query query = connection_.take(
      "SELECT kind, login, place, failures, at FROM account_brakes "
      "WHERE org = ? AND login = ? AND login <> '' ORDER BY kind, place");
  query.with(org_, login);
  std::vector<BrakeRow> found;
  while (query.step()) found.push_back(brake_of(query.row()));
  return found;
}

void SqliteAccounts::put_brake(const BrakeRow& row) {
  connection_
      .take(
          "INSERT INTO account_brakes (org, kind, login, place, failures, at) VALUES (?,?,?,?,?,?) "
          "ON CONFLICT (org, kind, login, place) DO UPDATE SET failures = excluded.failures, at = excluded.at")
      .with(org_, row.kind, row.login, row.place, row.failures, row.at)
      .run();
}

void SqliteAccounts::remove_brake(const BrakeRow& row) {
  connection_.take("DELETE FROM account_brakes WHERE org = ? AND kind = ? AND login = ? AND place = ?")
      .with(org_, row.kind, row.login, row.place)
      .run();
}

void SqliteAccounts::trim_brakes(Instant before, std::size_t most) {
  connection_.take("DELETE FROM account_brakes WHERE org = ? AND at < ?").with(org_, before).run();
  Query count = connection_.take("SELECT count(*) FROM account_brakes WHERE org = ?");
  std::int64_t stored = 0;
  if (count.with(org_).step()) count.row() >> stored;
  const auto surplus = stored - static_cast<std::int64_t>(most);
  if (surplus <= 0) return;
  connection_
      .take(
          "DELETE FROM account_brakes WHERE org = ?1 AND (kind, login, place) IN "
          "(SELECT kind, login, place FROM account_brakes WHERE org = ?1 ORDER BY at LIMIT ?2)")
      .with(org_, surplus)
      .run();
}

void SqliteAccounts::note_act(const engine::AccountAct& act) {
  connection_
      .take(
          "INSERT INTO account_acts (org, at, n, person, action, about, detail) VALUES (?1, ?2, "
          "1 + coalesce((SELECT max(n) FROM account_acts WHERE org = ?1 AND at = ?2), 0), ?3, ?4, ?5, ?6)")
      .with(org_, act.at, act.person, act.action, act.about, act.detail)
      .run();
}

std::vector<engine::AccountAct> SqliteAccounts::acts(std::int64_t limit) {
  Query query = connection_.take(
      "SELECT person, action, about, detail, at FROM account_acts WHERE org = ? ORDER BY at DESC, n DESC LIMIT ?");
  query.with(org_, limit);
  std::vector<engine::AccountAct> found;
  while (query.step()) {
    auto& act = found.emplace_back();
    query.row() >> act.person >> act.action >> act.about >> act.detail >> act.at;
  }
  return found;
}

}  // namespace storage
