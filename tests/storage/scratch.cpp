#include "tests/storage/scratch.hpp"

#include "engine/error.hpp"
#include "tests/storage/tale.hpp"

#include <array>
#include <sstream>
#include <stdexcept>

#include <sqlite3.h>
#include <unistd.h>

namespace tests {

Scratch::Scratch() {
  std::string pattern = (std::filesystem::temp_directory_path() / "maotiao-storage-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("no scratch folder");
  folder_ = pattern;
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string code_of(const std::function<void()>& body) {
  try {
    body();
  } catch (const engine::Error& error) {
    return error.code();
  }
  return "none";
}

storage::Options fresh() {
  storage::Options options;
  options.create = true;
  return options;
}

OnSqlite::OnSqlite() : store(scratch.file(), fresh()) {
  store.write([](engine::Writing& w) { w.put_transitions(relation()); });
}

InMemory::InMemory() {
  store.write([](engine::Writing& w) { w.put_transitions(relation()); });
}

namespace {

std::int64_t ms(engine::Instant at) { return at.time_since_epoch().count(); }

std::ostream& operator<<(std::ostream& out, const engine::Deadline& d) {
  out << d.name << ' ' << d.cycle << d.standard << ' ' << ms(d.start) << ' ' << ms(d.due) << d.provisional << d.rule
      << d.rule_version << d.calendar_revision << (d.met ? ms(*d.met) : -1) << ' ' << (d.stopped ? ms(*d.stopped) : -1);
  for (const auto& p : d.points) out << ' ' << p.level << ms(p.at);
  for (const auto& p : d.pauses) out << " p" << ms(p.from) << ':' << (p.to ? ms(*p.to) : -1);
  return out;
}

std::ostream& operator<<(std::ostream& out, const engine::CaseRecord& r) {
  out << r.id << r.number << r.second_number << r.ref << r.centre << r.holder << r.state << r.open << r.kind
      << r.channel << r.subject << r.emergency << r.revision << r.head << ms(r.arrived_at) << ms(r.last_occurred_at)
      << r.facts_version << r.facts << '\n';
  for (const auto& d : r.deadlines) out << "  " << d << '\n';
  return out;
}

std::ostream& operator<<(std::ostream& out, const engine::DeadlineRow& row) {
  return out << row.case_id << row.case_number << row.ref << row.holder << row.centre << row.state << ' '
             << row.deadline << '\n';
}

void tell(std::ostream& out, engine::Reading& r, engine::Instant until) {
  engine::CaseFilter all;
  all.open_only = false;
  r.each_case(all, [&](const engine::CaseRecord& one) {
    out << one;
    for (const auto& a : r.alerts(one.id))
      out << "  alert " << a.deadline << a.cycle << a.level << ms(a.due) << ms(a.at) << a.tells << a.superseded << '\n';
    return true;
  });
  r.each_entry([&](const engine::HistoryEntry& e) {
    out << e.case_id << e.seq << e.event << e.state_before << e.state_after << e.hash << '\n';
    return true;
  });
  out << "warned\n";
  r.each_warned(until, [&](const engine::DeadlineRow& row) {
    out << row;
    return true;
  });
  out << "unalerted\n";
  for (const auto& row : r.unalerted(until, 1000)) out << row;
  out << "expired\n";
  for (const auto& row : r.expired("plan", until, 1000)) out << row;
  for (const auto& c : r.clock_counts())
    out << c.centre << c.deadline << ' ' << c.running << ' ' << c.on_time << ' ' << c.late << ' ' << c.stopped << '\n';
  out << r.open_cases() << ' ' << r.all_cases() << ' ' << r.provisional_clocks() << ' ' << r.roster_revision() << ' '
      << r.calendar_revision() << '\n';
  for (const auto& [name, last] : r.series()) out << name << '=' << last << '\n';
}

class Plain {
 public:
  explicit Plain(const std::string& file) {
    if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) throw std::runtime_error("cannot open " + file);
  }
  ~Plain() { sqlite3_close(handle_); }
  Plain(const Plain&) = delete;
  Plain& operator=(const Plain&) = delete;

  std::string run(const std::string& sql, std::string* value) {
    char* message = nullptr;
    sqlite3_exec(handle_, sql.c_str(), &Plain::take, value, &message);
    const std::string said = message ? message : "";
    sqlite3_free(message);
    return said;
  }

 private:
  static int take(void* into, int, char** columns, char**) {
    if (into && columns[0]) *static_cast<std::string*>(into) = columns[0];
    return 0;
  }
  sqlite3* handle_ = nullptr;
};

}  // namespace

std::string everything(engine::Store& store, engine::Instant until) {
  std::ostringstream out;
  store.read([&](engine::Reading& r) { tell(out, r, until); });
  return out.str();
}

std::string plain_sql(const std::string& file, const std::string& sql) { return Plain{file}.run(sql, nullptr); }

std::string plain_value(const std::string& file, const std::string& sql) {
  std::string value;
  const std::string said = Plain{file}.run(sql, &value);
  if (!said.empty()) throw std::runtime_error(said);
  return value;
}

}  // namespace tests
