// What storage costs, as ratios within one run: bench_storage [step|groups|due|import|replay] [cases]
#include "engine/uuid.hpp"
#include "storage/counts.hpp"
#include "storage/group_commit.hpp"
#include "storage/sqlite_store.hpp"
#include "tests/storage/tale.hpp"

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fmt/core.h>
#include <sqlite3.h>
#include <sys/resource.h>

namespace {

using engine::Reading;
using engine::Writing;
using Stopwatch = std::chrono::steady_clock;
using tests::at;
using tests::Tale;

double seconds_of(const std::function<void()>& body) {
  const auto start = Stopwatch::now();
  body();
  return std::chrono::duration<double>(Stopwatch::now() - start).count();
}

/// Processor time of this process: what a busy machine does not distort.
double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto of = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return of(usage.ru_utime) + of(usage.ru_stime);
}

double cpu_of(const std::function<void()>& body) {
  const double start = cpu_seconds();
  body();
  return cpu_seconds() - start;
}

long resident_kib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::current_path() / "bench-storage-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no folder to work in");
    path_ = pattern;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

storage::Options fresh() {
  storage::Options options;
  options.create = true;
  return options;
}

void begin(engine::Store& store) {
  store.write([](Writing& w) { w.put_transitions(tests::relation()); });
}

Tale running_case(int n) {
  Tale tale{n};
  tale.record.deadlines = {tests::clock("plan", n, n + 4000, n + 9000), tests::clock("visit", n, n + 8000, n + 30000)};
  return std::move(tale.open());
}

// Every step ends one clock and starts another, as the steps of a dispute do.
void one_step(Tale& tale) {
  auto& plan = tale.record.deadlines[0];
  plan.due += std::chrono::minutes{1};
  tale.work();
}

/// The same rows written by bare SQLite: no guards, no lock of ours, statements prepared once.
class Raw {
 public:
  explicit Raw(const std::string& file) {
    check(sqlite3_open_v2(file.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr));
    run("PRAGMA synchronous=FULL; PRAGMA cache_size=-16384;");
    for (const char* name : {"history_append", "cases_follow_history_insert", "cases_follow_history_update"})
      run(fmt::format("DROP TRIGGER {}", name).c_str());
  }
  ~Raw() {
    for (auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(handle_);
  }
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;

  void run(const char* sql) { check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr)); }

  template <class... Values>
  void exec(const char* sql, const Values&... values) {
    sqlite3_stmt*& statement = statements_[sql];
    if (!statement) check(sqlite3_prepare_v2(handle_, sql, -1, &statement, nullptr));
    int n = 1;
    (bind(statement, n++, values), ...);
    while (sqlite3_step(statement) == SQLITE_ROW) continue;
    check(sqlite3_reset(statement));
  }

  void step(const Tale& tale) {
    const auto& e = tale.entries.back();
    const auto& r = tale.record;
    const auto& d = r.deadlines[0];
    const std::string org = "main", origin = "person", points = "1 amber\n1 red\n", none;
    exec("BEGIN IMMEDIATE");
    exec("INSERT INTO history VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", org, e.case_id, e.seq, e.event,
         e.state_before, e.state_after, ms(e.occurred_at), ms(e.recorded_at), e.actor, e.centre, e.holder, origin,
         std::int64_t{0}, e.fields, e.clocks, e.prev_hash, e.hash);
    exec(
        "UPDATE cases SET centre=?, holder=?, state=?, open=?, kind=?, channel=?, subject=?, emergency=?, revision=?, "
        "head=?, arrived_at=?, last_occurred_at=?, facts_version=?, facts=? WHERE org=? AND id=?",
        r.centre, r.holder, r.state, std::int64_t{1}, r.kind, r.channel, r.subject, std::int64_t{0}, r.revision, r.head,
        ms(r.arrived_at), ms(r.last_occurred_at), std::int64_t{1}, r.facts, org, r.id);
    exec(
        "UPDATE deadlines SET name=?, start=?, due=?, rule_version=?, calendar_revision=?, points=?, pauses=?, rule=?, "
        "case_number=?, ref=?, holder=?, centre=?, state=?, warn_at=?, next_alert_at=? WHERE org=? AND case_id=? AND "
        "n=0",
        d.name, ms(d.start), ms(d.due), d.rule_version, d.calendar_revision, points, none, d.rule, r.number, r.ref,
        r.holder, r.centre, r.state, ms(d.points[0].at), ms(d.points[0].at), org, r.id);
    exec("UPDATE counts SET n = n + 1 WHERE org=? AND what='entries' AND centre='' AND name=''", org);
    exec("COMMIT");
  }

 private:
  static std::int64_t ms(engine::Instant at) { return at.time_since_epoch().count(); }
  static void check(int code) {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errstr(code));
  }
  static void bind(sqlite3_stmt* s, int n, std::int64_t value) { check(sqlite3_bind_int64(s, n, value)); }
  static void bind(sqlite3_stmt* s, int n, const std::string& value) {
    check(sqlite3_bind_text(s, n, value.data(), static_cast<int>(value.size()), SQLITE_STATIC));
  }

  sqlite3* handle_ = nullptr;
  std::map<const char*, sqlite3_stmt*> statements_;
};

std::vector<Tale> some_cases(engine::Store& store, int count) {
  std::vector<Tale> tales;
  for (int n = 0; n < count; ++n) tales.push_back(running_case(n));
  store.write([&](Writing& w) {
    for (auto& tale : tales) tale.store(w);
  });
  return tales;
}

// Both sides take turns in short rounds, so that a slow minute of the disk touches both.
void step(int) {
  const Folder folder;
  storage::SqliteStore store{folder.file("ours.db"), fresh()};
  begin(store);
  auto ours = some_cases(store, 1000);
  storage::SqliteStore other{folder.file("raw.db"), fresh()};
  begin(other);
  auto theirs = some_cases(other, 1000);
  other.checkpoint();
  Raw raw{folder.file("raw.db")};
  double our_time = 0, raw_time = 0;
  constexpr int rounds = 20, each = 100;
  for (int round = 0; round < rounds; ++round)
    for (int n = 0; n < each; ++n) {
      const auto pick = static_cast<std::size_t>((round * each + n) * 37 % 1000);
      one_step(ours[pick]);
      one_step(theirs[pick]);
      our_time += seconds_of([&] { store.write([&](Writing& w) { ours[pick].store(w); }); });
      raw_time += seconds_of([&] { raw.step(theirs[pick]); });
    }
  const double count = rounds * each;
  fmt::print("one durable step, one writer: {:.0f} us; raw SQLite FULL, same rows: {:.0f} us; ratio {:.2f}\n",
             our_time / count * 1e6, raw_time / count * 1e6, our_time / raw_time);
}

double rate_of(engine::Store& store, std::vector<Tale>& tales, int writers, int each) {
  const double time = seconds_of([&] {
    std::vector<std::jthread> threads;
    for (int t = 0; t < writers; ++t)
      threads.emplace_back([&, t] {
        for (int n = 0; n < each; ++n) {
          Tale& mine = tales[static_cast<std::size_t>(t * 15 + n % 15)];
          one_step(mine);
          store.write([&](Writing& w) { mine.store(w); });
        }
      });
  });
  return writers * each / time;
}

void groups(int) {
  const Folder folder;
  storage::SqliteStore store{folder.file("ours.db"), fresh()};
  begin(store);
  auto tales = some_cases(store, 1000);
  storage::GroupCommit group{store};
  const double alone = rate_of(store, tales, 1, 2000);
  fmt::print("1 writer: {:.0f} steps/s\n", alone);
  for (const int writers : {16, 64}) {
    const double rate = rate_of(group, tales, writers, 24000 / writers);
    fmt::print("{} writers, group commit: {:.0f} steps/s; {:.1f} x one writer\n", writers, rate, rate / alone);
  }
}

Tale whole_life(int n, engine::Instant when) {
  Tale tale{n};
  tale.record.id = engine::make_uuid(when);
  tale.open();
  for (int i = 0; i < 8; ++i) tale.work();
  for (const char* name : {"reception", "plan", "visit"}) {
    tale.record.deadlines.push_back(tests::clock(name, n, n + 10, n + 20));
    tale.record.deadlines.back().met = at(n + 15);
  }
  return std::move(tale.end());
}

void import(int cases) {
  const Folder folder;
  storage::SqliteStore store{folder.file("ours.db"), fresh()};
  begin(store);
  constexpr int batch = 2000;
  double time = 0, cpu = 0;
  for (int first = 0; first < cases; first += batch) {
    std::vector<Tale> tales;
    for (int n = 0; n < batch; ++n) tales.push_back(whole_life(first + n, at(first)));
    const auto all = [&](Writing& w) {
      for (auto& tale : tales) {
        w.take_number("register");
        tale.store(w);
      }
    };
    cpu += cpu_of([&] { time += seconds_of([&] { store.write(all); }); });
  }
  fmt::print(
      "import: {} cases, 10 entries and 3 clocks each, {:.0f} cases/s ({:.0f} per cpu second); largest resident {} "
      "MiB\n",
      cases, cases / time, cases / cpu, resident_kib() / 1024);
  std::int64_t entries = 0;
  const double reading =
      seconds_of([&] { store.read([&](Reading& r) { r.each_entry([&](const auto&) { return ++entries, true; }); }); });
  fmt::print("read all history: {} entries, {:.0f} entries/s\n", entries, static_cast<double>(entries) / reading);
}

double check_ms(engine::Store& store, int due) {
  double best = 1e9;
  for (int round = 0; round < 20; ++round) {
    int found = 0;
    std::int64_t open = 0;
    best = std::min(best, seconds_of([&] {
                      store.read([&](Reading& r) {
                        r.each_warned(at(0), [&](const auto&) { return ++found, true; });
                        open = r.open_cases() + static_cast<std::int64_t>(r.clock_counts().size());
                      });
                    }));
    if (found != due) throw std::runtime_error(fmt::format("{} warned instead of {}", found, due));
  }
  return best * 1e3;
}

// Of all open cases every (cases / due)-th has a clock that is due at minute 0.
double due_among(const std::string& file, int cases, int due) {
  storage::SqliteStore store{file, fresh()};
  begin(store);
  for (int first = 0; first < cases; first += 5000)
    store.write([&](Writing& w) {
      for (int n = first; n < first + 5000; ++n) {
        const bool is_due = n % (cases / due) == 0;
        Tale tale{n};
        tale.record.deadlines = {tests::clock("plan", -9000, is_due ? -200 : 4000 + n % 777, is_due ? -n % 100 : 9000),
                                 tests::clock("visit", -9000, 8000, 30000)};
        tale.open().store(w);
      }
    });
  const auto cold = std::make_unique<storage::SqliteStore>(file);
  return check_ms(*cold, due);
}

void due(int cases) {
  const Folder folder;
  const double small = due_among(folder.file("small.db"), cases, 1000);
  const double large = due_among(folder.file("large.db"), cases * 10, 1000);
  fmt::print("1,000 due among {}: {:.2f} ms; among {}: {:.2f} ms; ratio {:.2f}; largest resident {} MiB\n", cases,
             small, cases * 10, large, large / small, resident_kib() / 1024);
}

struct Part {
  const char* name;
  void (*run)(int);
  int cases;
};
constexpr std::array<Part, 4> parts{
    {{"step", step, 0}, {"groups", groups, 0}, {"import", import, 100'000}, {"due", due, 100'000}}};

}  // namespace

int main(int argc, char** argv) {
  for (const Part& part : parts)
    if (argc < 2 || std::string{argv[1]} == part.name) part.run(argc > 2 ? std::atoi(argv[2]) : part.cases);
}
