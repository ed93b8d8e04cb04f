#include "storage/sqlite_reading.hpp"

#include <algorithm>

namespace storage {
namespace {

#define MAOTIAO_RANGE " WHERE org = ?1 AND case_id > ?2 AND case_id <= iif(?3 = '', x'', ?3) ORDER BY case_id"

/// Rows that begin with a case id and come in its order, always one step ahead.
class Rows {
 public:
  Rows(Connection& connection, const char* sql, const std::string& org, const engine::IdRange& range)
      : query_(connection.take(sql)) {
    query_.with(org, range.after, range.last);
    step();
  }
  [[nodiscard]] bool more() const { return more_; }
  [[nodiscard]] bool at(std::string_view id) const { return more_ && id_ == id; }
  [[nodiscard]] bool before(std::string_view id) const { return more_ && id_ < id; }
  [[nodiscard]] std::string_view id() const { return id_; }
  [[nodiscard]] Row row() const { return query_.row(); }
  void step() {
    more_ = query_.step();
    if (more_) query_.row() >> id_;
  }

 private:
  Query query_;
  std::string_view id_;
  bool more_ = false;
};

/// History, records and clocks read side by side, each once; what is read keeps its room from case to case.
class Files {
 public:
  Files(Connection& connection, const std::string& org, const engine::IdRange& range)
      : entries_(connection, "SELECT " MAOTIAO_HISTORY_COLUMNS " FROM history" MAOTIAO_RANGE ", seq", org, range),
        records_(connection,
                 "SELECT " MAOTIAO_CASE_COLUMNS
                 " FROM cases WHERE org = ?1 AND id > ?2 AND id <= iif(?3 = '', x'', ?3) ORDER BY id",
                 org, range),
        clocks_(connection, "SELECT case_id, " MAOTIAO_DEADLINE_COLUMNS " FROM deadlines" MAOTIAO_RANGE ", n", org,
                range) {}

  [[nodiscard]] bool more() const { return entries_.more() || records_.more(); }

  engine::CaseFile next() {
    id_ = !records_.more() ? entries_.id() : !entries_.more() ? records_.id() : std::min(entries_.id(), records_.id());
    const std::size_t count = read_all(entries_, history_);
    if (!records_.at(id_)) return {{history_.data(), count}, nullptr};
    CaseRows::read(records_.row(), record_);
    records_.step();
    while (clocks_.before(id_)) clocks_.step();
    record_.deadlines.resize(read_all(clocks_, record_.deadlines));
    return {{history_.data(), count}, &record_};
  }

 private:
  template <class What>
  std::size_t read_all(Rows& rows, std::vector<What>& into) {
    std::size_t count = 0;
    for (; rows.at(id_); rows.step(), ++count) {
      if (count == into.size()) into.emplace_back();
      CaseRows::read(rows.row(), into[count]);
    }
    return count;
  }

  Rows entries_, records_, clocks_;
  std::string id_;
  std::vector<engine::HistoryEntry> history_;
  engine::CaseRecord record_;
};

#undef MAOTIAO_RANGE

}  // namespace

void SqliteReading::each_file(const engine::IdRange& range, const std::function<void(const engine::CaseFile&)>& visit) {
  for (Files files(connection_, org_, range); files.more();) visit(files.next());
}

engine::IdRange SqliteReading::range_after(std::string_view after, std::int64_t entries) {
  Query query = connection_.take(
      "SELECT case_id FROM history WHERE org = ? AND case_id > ? ORDER BY case_id, seq LIMIT 1 OFFSET ?");
  engine::IdRange range{std::string(after), {}};
  if (query.with(org_, after, entries).step()) query.row() >> range.last;
  return range;
}

}  // namespace storage
