#include "storage/schema_check.hpp"

#include "engine/mark.hpp"
#include "storage/counts.hpp"
#include "storage/migrations.hpp"
#include "storage/work_list_check.hpp"

#include <map>

#include <fmt/format.h>

namespace storage {
namespace {

using engine::mark;
using Objects = std::map<std::pair<std::string, std::string>, std::string>;  // (type, name) -> SQL
using Findings = std::vector<std::string>;

// What SQLite makes for itself (sqlite_...) is neither ours nor foreign.
Objects objects_of(Connection& connection) {
  Query query = connection.take(
      "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
  Objects found;
  while (query.step()) {
    std::pair<std::string, std::string> key;
    std::string sql;
    query.row() >> key.first >> key.second >> sql;
    found.emplace(std::move(key), std::move(sql));
  }
  return found;
}

Objects make_fresh_objects() {
  Options options;
  options.create = true;
  Connection fresh{":memory:", options, Connection::Mode::ReadWrite};
  migrate(fresh);
  return objects_of(fresh);
}

const Objects& fresh_objects() {
  static const Objects objects = make_fresh_objects();
  return objects;
}

void compare_objects(const Objects& expected, const Objects& found, Findings& out) {
  for (const auto& [key, sql] : expected) {
    const auto at = found.find(key);
    if (at == found.end())
      out.push_back(fmt::format(mark("The {0} {1} is missing."), key.first, key.second));
    else if (at->second != sql)
      out.push_back(fmt::format(mark("The {0} {1} was changed."), key.first, key.second));
  }
  for (const auto& [key, sql] : found)
    if (!expected.contains(key))
      out.push_back(fmt::format(mark("The {0} {1} is not of this program."), key.first, key.second));
}

std::string named(const Count& key) { return key.what + " " + key.centre + " " + key.name; }

std::int64_t value_at(const Tally& tally, const Count& key) {
  const auto at = tally.find(key);
  return at == tally.end() ? 0 : at->second;
}

void compare_counts(const Tally& stored, const Tally& real, Findings& out) {
  Tally all = real;
  all.insert(stored.begin(), stored.end());
  for (const auto& [key, ignored] : all)
    if (value_at(stored, key) != value_at(real, key))
      out.push_back(fmt::format(mark("The count \"{0}\" is {1}, counted anew {2}."), named(key), value_at(stored, key),
                                value_at(real, key)));
}

void check_relation(Connection& connection, const std::string& org, Findings& out) {
  Query query = connection.take("SELECT 1 FROM relation WHERE org = ? AND open <> 0");
  if (query.with(org).step()) out.emplace_back(mark("The relation of transitions was left open for changes."));
}

void check_series(Connection& connection, const std::string& org, Findings& out) {
  Query query = connection.take("SELECT name FROM series WHERE org = ? AND value < 1");
  query.with(org);
  std::string name;
  while (query.step()) {
    query.row() >> name;
    out.push_back(fmt::format(mark("The series {0} has no number."), name));
  }
}

}  // namespace

std::vector<std::string> check_schema(SqliteStore& store) {
  Findings found;
  const std::string& org = store.options().org;
  store.inspect([&](Connection& connection) {
    compare_objects(fresh_objects(), objects_of(connection), found);
    if (!found.empty()) return;
    compare_counts(stored_counts(connection, org), recount(connection, org), found);
    check_work_list(connection, org, found);
    check_relation(connection, org, found);
    check_series(connection, org, found);
  });
  return found;
}

}  // namespace storage
