#include "engine/verify.hpp"

#include "engine/digest.hpp"
#include "engine/judge.hpp"
#include "engine/mark.hpp"
#include "engine/world.hpp"

#include <future>
#include <map>
#include <mutex>
#include <vector>

#include <fmt/format.h>

namespace engine {
namespace {

/// How many cases came in under each register series, so that a case that is gone as a whole leaves a hole.
using Arrivals = std::map<std::string, std::int64_t>;

/// What a range of cases came to.
struct Findings {
  std::int64_t cases = 0, entries = 0, bad_cases = 0;
  std::optional<BadEntry> first_bad;
  std::vector<std::string> heads;
  Arrivals arrivals;

  void note(std::optional<BadEntry> bad) {
    if (!bad) return;
    ++bad_cases;
    if (!first_bad) first_bad = std::move(bad);
  }
};

std::string register_of(const HistoryEntry& arrival, const World& world) {
  const Date date = world.site_of(arrival.centre).zone().date(arrival.occurred_at);
  const int year = static_cast<int>(std::chrono::year_month_day(date).year());
  return "register/" + arrival.centre + "/" + std::to_string(year);
}

Findings examine(Reading& view, const IdRange& range, const Judge& judge, const World& world) {
  Findings found;
  view.each_file(range, [&](const CaseFile& file) {
    found.note(judge(file));
    if (file.entries.empty()) return;
    ++found.cases;
    found.entries += std::ssize(file.entries);
    found.heads.push_back(file.entries.back().hash);
    ++found.arrivals[register_of(file.entries.front(), world)];
  });
  return found;
}

/// Deals out the cases range by range and puts what was found together in order of case id.
class Ledger {
 public:
  struct Share {
    std::size_t place;
    IdRange range;
  };

  std::optional<Share> next(Reading& view) {
    const std::lock_guard lock(mutex_);
    if (all_dealt_) return {};
    Share share{dealt_++, view.range_after(after_, entries_a_share)};
    after_ = share.range.last;
    all_dealt_ = after_.empty();
    return share;
  }

  /// Gives the number of entries seen so far.
  std::int64_t put(std::size_t place, Findings found) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(place, std::move(found));
    for (; !waiting_.empty() && waiting_.begin()->first == taken_; ++taken_)
      take(std::move(waiting_.extract(waiting_.begin()).mapped()));
    return whole_.entries;
  }

  [[nodiscard]] Findings& whole() { return whole_; }
  [[nodiscard]] const std::string& head() const { return head_; }

 private:
  static constexpr std::int64_t entries_a_share = 5'000;

  void take(Findings found) {
    whole_.cases += found.cases;
    whole_.entries += found.entries;
    whole_.bad_cases += found.bad_cases;
    if (!whole_.first_bad) whole_.first_bad = std::move(found.first_bad);
    for (const std::string& hash : found.heads) head_ = sha256_hex(head_ + hash);
    for (const auto& [name, count] : found.arrivals) whole_.arrivals[name] += count;
  }

  std::mutex mutex_;
  std::string after_;
  std::size_t dealt_ = 0, taken_ = 0;
  bool all_dealt_ = false;
  std::map<std::size_t, Findings> waiting_;
  Findings whole_;
  std::string head_;
};

std::optional<BadEntry> missing_number(Reading& store, const Arrivals& arrivals) {
  for (const auto& [name, last] : store.series()) {
    if (!name.starts_with("register/")) continue;
    const auto found = arrivals.find(name);
    const std::int64_t arrived = found == arrivals.end() ? 0 : found->second;
    if (arrived != last)
      return BadEntry{BadEntry::Fault::MissingNumber,
                      {},
                      {},
                      0,
                      fmt::format(mark("{0}: {1} given, {2} found"), name, last, arrived)};
  }
  return {};
}

}  // namespace

VerifyReport verify(std::span<Reading* const> views, const Process& process,
                    const std::function<void(std::int64_t)>& progress) {
  Reading& store = *views.front();
  const auto world = World::load(store);
  const Judge judge(process);
  Ledger ledger;
  const auto work = [&](Reading& view, const std::function<void(std::int64_t)>& tell) {
    while (const auto share = ledger.next(view)) {
      const std::int64_t seen = ledger.put(share->place, examine(view, share->range, judge, *world));
      if (tell) tell(seen);
    }
  };
  std::vector<std::future<void>> others;
  for (Reading* view : views.subspan(1))
    others.push_back(std::async(std::launch::async, work, std::ref(*view), nullptr));
  work(store, progress);
  for (auto& other : others) other.get();

  Findings& found = ledger.whole();
  found.note(missing_number(store, found.arrivals));
  if (found.first_bad && found.first_bad->case_number.empty())
    if (const auto record = store.find_case(found.first_bad->case_id)) found.first_bad->case_number = record->number;
  return {found.cases, found.entries, found.bad_cases, std::move(found.first_bad), ledger.head()};
}

}  // namespace engine
