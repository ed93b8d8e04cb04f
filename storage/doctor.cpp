#include "storage/doctor.hpp"

#include "storage/schema_check.hpp"

#include <filesystem>

#include <sqlite3.h>

namespace storage {
namespace {

constexpr int first_with_wal = 3'007'000;
constexpr int wal_reset_fixed = 3'051'003;

std::int64_t bytes_of(const std::string& path) {
  std::error_code missing;
  const auto bytes = std::filesystem::file_size(path, missing);
  return missing ? 0 : static_cast<std::int64_t>(bytes);
}

std::int64_t free_beside(const std::string& path) {
  std::error_code unknown;
  const auto space = std::filesystem::space(std::filesystem::absolute(path).parent_path(), unknown);
  return unknown ? 0 : static_cast<std::int64_t>(space.available);
}

std::vector<std::string> lines_of(Connection& connection, const char* sql) {
  Query query = connection.take(sql);
  std::vector<std::string> lines;
  while (query.step()) query.row() >> lines.emplace_back();
  return lines;
}

std::vector<std::string> integrity_of(Connection& connection) {
  auto lines = lines_of(connection, "PRAGMA integrity_check");
  if (lines == std::vector<std::string>{"ok"}) lines.clear();
  return lines;
}

}  // namespace

DoctorFacts doctor_facts(SqliteStore& store) {
  DoctorFacts facts;
  facts.sqlite_version = sqlite3_libversion();
  const int version = sqlite3_libversion_number();
  facts.wal_reset_bug = version >= first_with_wal && version < wal_reset_fixed;
  facts.file_bytes = bytes_of(store.path());
  facts.wal_bytes = bytes_of(store.path() + "-wal");
  facts.free_bytes = free_beside(store.path());
  facts.lock_holder = WriterLock::holder(store.path());
  store.inspect([&](Connection& connection) {
    facts.journal_mode = lines_of(connection, "PRAGMA journal_mode").at(0);
    facts.schema = lines_of(connection, "SELECT max(name) FROM schema_migrations").at(0);
    facts.integrity = integrity_of(connection);
    facts.broken_references = lines_of(connection, "PRAGMA foreign_key_check");
  });
  facts.schema_findings = check_schema(store);
  return facts;
}

}  // namespace storage
