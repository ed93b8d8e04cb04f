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
#define MAOTIAO_CASES_WHERE                                                                                        \
  " AND id > ?7 AND (?2 = '' OR state = ?2) AND (?3 = '' OR centre = ?3) AND (?4 = '' OR kind = ?4) AND (?5 = '' " \
  "OR holder = ?5) ORDER BY id LIMIT ?6"
#define MAOTIAO_CASES_FROM "SELECT " MAOTIAO_CASE_COLUMNS " FROM cases INDEXED BY "

const char* open_cases_like(const engine::CaseFilter& filter) {
  if (filter.holder.empty()) return MAOTIAO_CASES_FROM "cases_open WHERE org = ?1 AND open = 1" MAOTIAO_CASES_WHERE;
  return MAOTIAO_CASES_FROM "cases_held WHERE org = ?1 AND open = 1 AND holder = ?5" MAOTIAO_CASES_WHERE;
}

// The archive only grows: each word that narrows it has an index of its own there.
const char* archived_cases_like(const engine::CaseFilter& filter) {
  if (!filter.holder.empty())
    return MAOTIAO_CASES_FROM "archive_held WHERE org = ?1 AND open = 0 AND holder = ?5" MAOTIAO_CASES_WHERE;
  if (!filter.kind.empty())
    return MAOTIAO_CASES_FROM "archive_kind WHERE org = ?1 AND open = 0 AND kind = ?4" MAOTIAO_CASES_WHERE;
  if (!filter.centre.empty())
    return MAOTIAO_CASES_FROM "archive_centre WHERE org = ?1 AND open = 0 AND centre = ?3" MAOTIAO_CASES_WHERE;
  return MAOTIAO_CASES_FROM "archive_state WHERE org = ?1 AND open = 0 AND state = ?2" MAOTIAO_CASES_WHERE;
}

constexpr const char* any_case =
    "SELECT " MAOTIAO_CASE_COLUMNS " FROM cases WHERE org = ?1 AND id > ?7 ORDER BY id LIMIT ?6";

bool narrows(const engine::CaseFilter& filter) {
  return !(filter.state.empty() && filter.centre.empty() && filter.kind.empty() && filter.holder.empty());
}

#undef MAOTIAO_CASES_FROM
#undef MAOTIAO_CASES_WHERE

}  // namespace

// One way through the cases in order of id, and where it is.
class SqliteReading::Walk {
 public:
  Walk(SqliteReading& reading, const engine::CaseFilter& filter, const char* sql)
      : rows_(reading.rows_), query_(reading.connection_.take(sql)) {
    query_.with(reading.org_, filter.state, filter.centre, filter.kind, filter.holder, filter.limit, filter.after);
    go_on();
  }

  [[nodiscard]] bool over() const { return over_; }
  [[nodiscard]] bool before(const Walk& other) const {
    return !over_ && (other.over_ || record_.id < other.record_.id);
  }
  void go_on() {
    over_ = !query_.step();
    if (!over_) CaseRows::read(query_.row(), record_);
  }
  const CaseRecord& whole() {
    rows_.read_deadlines(record_.id, record_.deadlines);
    return record_;
  }

 private:
  CaseRows& rows_;
  Query query_;
  CaseRecord record_;
  bool over_ = false;
};

void SqliteReading::each_case(const engine::CaseFilter& filter, const std::function<bool(const CaseRecord&)>& visit) {
  if (filter.open_only || !narrows(filter)) {
    Walk walk(*this, filter, filter.open_only ? open_cases_like(filter) : any_case);
    for (; !walk.over(); walk.go_on())
      if (!visit(walk.whole())) return;
    return;
  }
  Walk open(*this, filter, open_cases_like(filter)), archived(*this, filter, archived_cases_like(filter));
  for (auto left = filter.limit; left != 0 && !(open.over() && archived.over()); --left) {
    Walk& next = open.before(archived) ? open : archived;
    if (!visit(next.whole())) return;
    next.go_on();
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
