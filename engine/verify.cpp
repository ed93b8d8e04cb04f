#include "engine/verify.hpp"

#include "engine/case_fold.hpp"
#include "engine/digest.hpp"
#include "engine/error.hpp"
#include "engine/world.hpp"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace engine {
namespace {

using Fault = BadEntry::Fault;

/// The history of one case and what is stored of it.
struct CaseFile {
  std::vector<HistoryEntry> entries;
  std::optional<CaseRecord> record;
};

/// The transition relation for quick asking.
class Relation {
 public:
  explicit Relation(const Process& process) {
    for (const Transition& t : process.transitions()) allowed_.emplace(t.event, t.from, t.to);
  }
  [[nodiscard]] bool allows(const HistoryEntry& e) const {
    return allowed_.contains(Row(e.event, e.state_before, e.state_after));
  }

 private:
  using Row = std::tuple<std::string_view, std::string_view, std::string_view>;
  std::set<Row> allowed_;
};

std::string first_difference(const CaseRecord& stored, const CaseRecord& replayed) {
  const auto names = [](const CaseRecord& a, const CaseRecord& b) -> std::string_view {
    if (a.state != b.state) return "state";
    if (a.holder != b.holder) return "holder";
    if (a.centre != b.centre) return "centre";
    if (a.number != b.number || a.second_number != b.second_number) return "number";
    if (a.deadlines != b.deadlines) return "deadlines";
    if (a.facts != b.facts) return "facts";
    return "labels";
  };
  return std::string(names(stored, replayed));
}

/// Judges one case file from its first entry to its record; gives the first thing that is wrong.
class Judge {
 public:
  Judge(const Process& process, const Relation& relation) : process_(process), relation_(relation) {}

  [[nodiscard]] std::optional<BadEntry> operator()(const CaseFile& file) const {
    CaseFold fold(process_);
    for (const HistoryEntry& entry : file.entries)
      if (auto bad = follow(fold, entry)) return bad;
    return compare(file, fold);
  }

 private:
  static BadEntry bad(Fault fault, const HistoryEntry& entry, std::string detail = {}) {
    return {fault, entry.case_id, {}, entry.seq, std::move(detail)};
  }

  [[nodiscard]] std::optional<BadEntry> follow(CaseFold& fold, const HistoryEntry& entry) const {
    const CaseRecord& so_far = fold.record();
    if (chain_hash(entry) != entry.hash) return bad(Fault::ChangedEntry, entry);
    if (entry.seq != so_far.revision + 1) return bad(Fault::Gap, entry);
    if (entry.prev_hash != so_far.head) return bad(Fault::BrokenChain, entry);
    if (entry.state_before != so_far.state || !relation_.allows(entry)) return bad(Fault::ForbiddenStep, entry);
    try {
      fold.apply(entry);
    } catch (const Error& error) {
      return bad(Fault::Unreadable, entry, error.what());
    }
    return {};
  }

  static std::optional<BadEntry> compare(const CaseFile& file, CaseFold& fold) {
    const HistoryEntry& last = file.entries.back();
    if (!file.record) return bad(Fault::MissingCase, last);
    if (file.record->revision > last.seq) return BadEntry{Fault::CutTail, last.case_id, {}, last.seq + 1, {}};
    const CaseRecord& replayed = fold.project();
    if (*file.record == replayed) return {};
    return bad(Fault::RecordDiffers, last, first_difference(*file.record, replayed));
  }

  const Process& process_;
  const Relation& relation_;
};

/// Judges case files on several threads, at most a few chunks behind the reader.
class Bench {
 public:
  Bench(const Judge& judge, unsigned threads) : judge_(judge) {
    for (unsigned i = 0; i < std::max(1U, threads); ++i) workers_.emplace_back([this] { work(); });
  }
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;
  ~Bench() { finish(); }

  void add(CaseFile file) {
    chunk_.push_back(std::move(file));
    if (chunk_.size() >= chunk_size) flush();
  }

  void finish() {
    flush();
    {
      const std::lock_guard lock(mutex_);
      done_ = true;
    }
    changed_.notify_all();
    workers_.clear();
  }

  /// The first bad entry by case id, and how many cases are bad. Only after `finish`.
  [[nodiscard]] const std::map<std::string, BadEntry>& bad() const { return bad_; }

 private:
  using Chunk = std::vector<CaseFile>;
  static constexpr std::size_t chunk_size = 256;
  static constexpr std::size_t most_waiting = 8;

  void flush() {
    if (chunk_.empty()) return;
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < most_waiting; });
    waiting_.push_back(std::exchange(chunk_, {}));
    changed_.notify_all();
  }

  std::optional<Chunk> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_ || !waiting_.empty(); });
    if (waiting_.empty()) return {};
    Chunk chunk = std::move(waiting_.front());
    waiting_.pop_front();
    changed_.notify_all();
    return chunk;
  }

  void work() {
    while (const auto chunk = take())
      for (const CaseFile& file : *chunk)
        if (auto bad = judge_(file)) {
          const std::lock_guard lock(mutex_);
          bad_.emplace(bad->case_id, std::move(*bad));
        }
  }

  const Judge& judge_;
  Chunk chunk_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Chunk> waiting_;
  std::map<std::string, BadEntry> bad_;
  bool done_ = false;
  std::vector<std::jthread> workers_;
};

/// Counts the arrivals of each register series, so that a case that is gone as a whole leaves a hole.
class Registers {
 public:
  explicit Registers(const World& world) : world_(world) {}

  void add(const HistoryEntry& arrival) {
    const Date date = world_.site_of(arrival.centre).zone().date(arrival.occurred_at);
    const int year = static_cast<int>(std::chrono::year_month_day(date).year());
    ++arrivals_["register/" + arrival.centre + "/" + std::to_string(year)];
  }

  [[nodiscard]] std::optional<BadEntry> compare(Reading& store) const {
    for (const auto& [name, last] : store.series()) {
      if (!name.starts_with("register/")) continue;
      const auto found = arrivals_.find(name);
      const std::int64_t arrived = found == arrivals_.end() ? 0 : found->second;
      if (arrived != last)
        return BadEntry{Fault::MissingNumber,
                        {},
                        {},
                        0,
                        name + ": " + std::to_string(last) + " given, " + std::to_string(arrived) + " found"};
    }
    return {};
  }

 private:
  const World& world_;
  std::map<std::string, std::int64_t> arrivals_;
};

/// A record that no history stands behind.
std::optional<BadEntry> record_without_history(Reading& store) {
  std::optional<BadEntry> found;
  CaseFilter all;
  all.open_only = false;
  store.each_case(all, [&](const CaseRecord& record) {
    if (store.history(record.id).empty())
      found = BadEntry{Fault::MissingCase, record.id, record.number, 0, "a record without a history"};
    return !found;
  });
  return found;
}

}  // namespace

VerifyReport verify(Reading& store, const Process& process, unsigned threads,
                    const std::function<void(std::int64_t)>& progress) {
  VerifyReport report;
  const auto world = World::load(store);
  Registers registers(*world);
  const Relation relation(process);
  const Judge judge(process, relation);
  Bench bench(judge, threads);
  CaseFile file;
  const auto close_file = [&] {
    if (file.entries.empty()) return;
    file.record = store.find_case(file.entries.front().case_id);
    report.head = sha256_hex(report.head + file.entries.back().hash);
    ++report.cases;
    bench.add(std::exchange(file, {}));
  };
  store.each_entry([&](const HistoryEntry& entry) {
    if (!file.entries.empty() && file.entries.front().case_id != entry.case_id) close_file();
    if (file.entries.empty()) registers.add(entry);
    file.entries.push_back(entry);
    if (++report.entries % 10'000 == 0 && progress) progress(report.entries);
    return true;
  });
  close_file();
  bench.finish();

  report.bad_cases = static_cast<std::int64_t>(bench.bad().size());
  if (!bench.bad().empty()) report.first_bad = bench.bad().begin()->second;
  const auto note = [&](std::optional<BadEntry> bad) {
    if (!bad) return;
    ++report.bad_cases;
    if (!report.first_bad) report.first_bad = std::move(bad);
  };
  if (store.all_cases() != report.cases) note(record_without_history(store));
  note(registers.compare(store));
  if (report.first_bad && report.first_bad->case_number.empty())
    if (const auto record = store.find_case(report.first_bad->case_id)) report.first_bad->case_number = record->number;
  return report;
}

}  // namespace engine
