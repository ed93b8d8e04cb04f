#include "storage/sqlite_reading.hpp"

namespace storage {

using engine::CaseRecord;
using engine::HistoryEntry;

// One union keeps each name on its own index; a name of two kinds belongs to the first that has it.
std::optional<CaseRecord> SqliteReading::find_case(std::string_view name) {
  if (name.empty()) return std::nullopt;
  Query query =
      connection_.take("SELECT " MAOTIAO_CASE_COLUMNS
                       " FROM cases WHERE org = ?1 AND id = coalesce("
                       "(SELECT id FROM cases WHERE org = ?1 AND id = ?2), "
                       "(SELECT id FROM cases WHERE org = ?1 AND number = ?2 AND number <> ''), "
                       "(SELECT id FROM cases WHERE org = ?1 AND second_number = ?2 AND second_number <> ''), "
                       "(SELECT id FROM cases WHERE org = ?1 AND ref = ?2 AND ref <> ''))");
  if (!query.with(org_, name).step()) return std::nullopt;
  CaseRecord record;
  CaseRows::read(query.row(), record);
  rows_.read_deadlines(record.id, record.deadlines);
  return record;
}

namespace {

// An empty word in the filter stands for any.
#define MAOTIAO_CASES_WHERE                                                                            \
  " AND (?2 = '' OR state = ?2) AND (?3 = '' OR centre = ?3) AND (?4 = '' OR kind = ?4) AND (?5 = '' " \
  "OR holder = ?5) ORDER BY id LIMIT ?6"

const char* cases_like(const engine::CaseFilter& filter) {
  if (!filter.open_only) return "SELECT " MAOTIAO_CASE_COLUMNS " FROM cases WHERE org = ?1" MAOTIAO_CASES_WHERE;
  if (filter.holder.empty())
    return "SELECT " MAOTIAO_CASE_COLUMNS
           " FROM cases INDEXED BY cases_open WHERE org = ?1 AND open = 1" MAOTIAO_CASES_WHERE;
  return "SELECT " MAOTIAO_CASE_COLUMNS
         " FROM cases INDEXED BY cases_held WHERE org = ?1 AND open = 1 AND holder = ?5" MAOTIAO_CASES_WHERE;
}

#undef MAOTIAO_CASES_WHERE

}  // namespace

void SqliteReading::each_case(const engine::CaseFilter& filter, const std::function<bool(const CaseRecord&)>& visit) {
  Query query = connection_.take(cases_like(filter));
  query.with(org_, filter.state, filter.centre, filter.kind, filter.holder, filter.limit);
  CaseRecord record;
  while (query.step()) {
    CaseRows::read(query.row(), record);
    rows_.read_deadlines(record.id, record.deadlines);
    if (!visit(record)) return;
  }
}

std::vector<HistoryEntry> SqliteReading::history(std::string_view case_id) {
  Query query =
      connection_.take("SELECT " MAOTIAO_HISTORY_COLUMNS " FROM history WHERE org = ? AND case_id = ? ORDER BY seq");
  query.with(org_, case_id);
  std::vector<HistoryEntry> found;
  while (query.step()) CaseRows::read(query.row(), found.emplace_back());
  return found;
}

bool SqliteReading::each_entry(const std::function<bool(const HistoryEntry&)>& visit) {
  Query query = connection_.take("SELECT " MAOTIAO_HISTORY_COLUMNS " FROM history WHERE org = ? ORDER BY case_id, seq");
  query.with(org_);
  HistoryEntry entry;
  while (query.step()) {
    CaseRows::read(query.row(), entry);
    if (!visit(entry)) return false;
  }
  return true;
}

}  // namespace storage
