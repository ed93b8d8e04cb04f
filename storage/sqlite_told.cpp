#include "storage/clock_columns.hpp"
#include "storage/sqlite_reading.hpp"

namespace storage {

std::optional<engine::Told> SqliteReading::told(std::string_view person, std::string_view key) {
  Query query = connection_.take(
      "SELECT person, key, digest, case_id, seq, at FROM told WHERE org = ? AND person = ? AND key = ?");
  if (!query.with(org_, person, key).step()) return std::nullopt;
  engine::Told t;
  query.row() >> t.person >> t.key >> t.digest >> t.case_id >> t.seq >> t.at;
  return t;
}

}  // namespace storage
