#include "storage/migrations.hpp"

#include "engine/error.hpp"

#include <algorithm>
#include <string>

extern "C" const char maotiao_migration_0001_begin[], maotiao_migration_0001_end[];
extern "C" const char maotiao_migration_0002_begin[], maotiao_migration_0002_end[];
extern "C" const char maotiao_migration_0005_begin[], maotiao_migration_0005_end[];
extern "C" const char maotiao_migration_0006_begin[], maotiao_migration_0006_end[];
extern "C" const char maotiao_migration_0007_begin[], maotiao_migration_0007_end[];
extern "C" const char maotiao_migration_0008_begin[], maotiao_migration_0008_end[];
extern "C" const char maotiao_migration_0009_begin[], maotiao_migration_0009_end[];

namespace storage {
namespace {

using Kind = engine::Error::Kind;

std::vector<std::string> applied(Connection& connection) {
  std::vector<std::string> names;
  if (is_empty(connection)) return names;
  Query query = connection.take("SELECT name FROM schema_migrations ORDER BY name");
  while (query.step()) query.row() >> names.emplace_back();
  return names;
}

bool has_our_tables(Connection& connection) {
  return connection.number(
             "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('schema_migrations', 'history')") ==
         2;
}

void refuse_others(Connection& connection) {
  if (is_empty(connection)) return;
  if (connection.number("PRAGMA application_id") == application_id && has_our_tables(connection)) return;
  throw engine::Error(Kind::Fault, "other_program",
                      "The file is a database of another program; nothing was changed. Name another file with --db.");
}

void refuse_newer(const std::string& name) {
  const auto& known = migrations();
  if (std::any_of(known.begin(), known.end(), [&](const Migration& m) { return m.name == name; })) return;
  throw engine::Error(Kind::Fault, "database_newer",
                      "The database was made by a newer program (it has the step " + name +
                          ", unknown here); nothing was changed. Install the newer program.");
}

void apply(Connection& connection, const Migration& step) {
  connection.run("BEGIN IMMEDIATE");
  try {
    connection.script("PRAGMA application_id=" + std::to_string(application_id));
    connection.script(std::string{step.sql});
    connection.take("INSERT INTO schema_migrations (name) VALUES (?)").with(step.name).run();
    connection.run("COMMIT");
  } catch (...) {
    if (!connection.idle()) connection.run("ROLLBACK");
    throw;
  }
}

std::string_view text(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> all{
      {"0001-ground", text(maotiao_migration_0001_begin, maotiao_migration_0001_end)},
      {"0002-schedule", text(maotiao_migration_0002_begin, maotiao_migration_0002_end)},
      {"0005-accounts", text(maotiao_migration_0005_begin, maotiao_migration_0005_end)},
      {"0006-deliveries", text(maotiao_migration_0006_begin, maotiao_migration_0006_end)},
      {"0007-told", text(maotiao_migration_0007_begin, maotiao_migration_0007_end)},
      {"0008-feed", text(maotiao_migration_0008_begin, maotiao_migration_0008_end)},
      {"0009-acts", text(maotiao_migration_0009_begin, maotiao_migration_0009_end)},
  };
  return all;
}

bool is_empty(Connection& connection) { return connection.number("SELECT count(*) FROM sqlite_schema") == 0; }

std::vector<Migration> pending(Connection& connection) {
  refuse_others(connection);
  const auto done = applied(connection);
  std::for_each(done.begin(), done.end(), refuse_newer);
  std::vector<Migration> left;
  for (const Migration& step : migrations())
    if (std::find(done.begin(), done.end(), step.name) == done.end()) left.push_back(step);
  return left;
}

void migrate(Connection& connection) {
  const auto left = pending(connection);
  if (left.empty()) return;
  for (const Migration& step : left) apply(connection, step);
}

}  // namespace storage
