#include "engine/schedule/scheduler.hpp"
#include "tests/engine/schedule/hand_alarm.hpp"

#include <map>
#include <random>
#include <set>
#include <tuple>

#include <catch2/catch.hpp>

using namespace engine;
using namespace std::chrono_literals;
using toy::HandAlarm;
using toy::Office;

namespace {

struct Crash {};

/// A store under which the program dies now and then: before a commit, or after it and before anybody was told.
class DeadlyStore final : public Store {
 public:
  DeadlyStore(Store& store, std::mt19937& random) : store_(store), random_(random) {}

  void read(const std::function<void(Reading&)>& work) override { store_.read(work); }
  void write(const std::function<void(Writing&)>& work) override {
    const auto fate = deadly ? random_() % 40 : 39;
    store_.write([&](Writing& writing) {
      work(writing);
      if (fate == 0) throw Crash{};
    });
    if (fate == 1) throw Crash{};
  }

  bool deadly = true;

 private:
  Store& store_;
  std::mt19937& random_;
};

/// A year of an office in which everything happens at random: letters, steps, crashes, downtimes, clocks that are set.
class Year {
 public:
  explicit Year(unsigned seed) : random_(seed) { office_.clock.set(office_.instant("2020-01-02 08:00")); }

  void live() {
    const Instant end = office_.instant("2021-01-02 08:00");
    while (office_.clock.now() < end) one_moment();
    store_.deadly = false;
    alarm_.pass(24h * 60);  // everything that is left falls due
    restart();
    for (int n = 0; n < 3; ++n) turn();
  }

  Office& office() { return office_; }
  [[nodiscard]] const std::vector<std::string>& letters() const { return letters_; }
  [[nodiscard]] int crashes() const { return crashes_; }

 private:
  std::uint32_t any(std::uint32_t below) { return static_cast<std::uint32_t>(random_() % below); }

  void one_moment() {
    alarm_.pass(Milliseconds(any(2 * 3'600'000)));
    const auto what = any(100);
    if (what < 20) arrive();
    if (what >= 20 && what < 40) step();
    if (what == 97) set_clock();
    if (what == 98) down();
    turn();
  }

  void turn() {
    try {
      static_cast<void>(scheduler_->turn());
    } catch (const Crash&) {
      ++crashes_;
      if (any(3) == 0) down();
      restart();
    }
  }

  void arrive() { tell("", "arrive"); }
  void step() {
    static constexpr const char* events[] = {"answer", "wait", "go_on", "file"};
    if (!letters_.empty()) tell(letters_[any(static_cast<std::uint32_t>(letters_.size()))], events[any(4)]);
  }

  /// People never see the crashes of the scheduler: their commands are programs of their own.
  void tell(const std::string& id, const char* event) {
    auto happening = office_.happening(event, "2020-01-01 00:00");
    happening.occurred_at = office_.clock.now();
    const auto answer = office_.desk.tell(id, happening);
    if (const auto* done = std::get_if<Done>(&answer); done != nullptr && id.empty())
      letters_.push_back(done->record.id);
  }

  void set_clock() {
    const auto by = Milliseconds(any(48 * 3'600'000)) - 24h;
    office_.clock.set(office_.clock.now() + by);
  }

  void down() {
    static constexpr Milliseconds spans[] = {1h, 24h, 5 * 24h, 40 * 24h};
    alarm_.pass(spans[any(20) == 0 ? 3 : any(3)]);
    restart();
  }

  void restart() {
    scheduler_.emplace(
        desk_, alarm_, "run " + std::to_string(++runs_), [](const ScheduleNews&) {},
        [](const std::string&) { return true; });
  }

  std::mt19937 random_;
  Office office_;
  DeadlyStore store_{office_.store, random_};
  Desk desk_{store_, office_.process, office_.clock};
  HandAlarm alarm_{office_.clock};
  int runs_ = 0, crashes_ = 0;
  std::vector<std::string> letters_;
  std::optional<Scheduler> scheduler_{std::in_place, desk_, alarm_, "run 0", [](const ScheduleNews&) {}};
};

using Key = std::tuple<std::string, int, std::string, Instant>;

/// Alerts by key, each with how often it is there.
std::map<Key, int> keys(const std::vector<Alert>& alerts) {
  std::map<Key, int> found;
  for (const Alert& a : alerts) ++found[{a.deadline, a.cycle, a.level, a.due}];
  return found;
}

/// A deadline that was never met has each of its levels; none has a level before its instant or after it had ended.
void check_letter(const CaseRecord& record, const std::vector<Alert>& alerts) {
  const auto raised = keys(alerts);
  for (const auto& [key, times] : raised) CHECK(times == 1);
  for (const Deadline& d : record.deadlines)
    for (const AlertPoint& point : d.points)
      if (d.running() && !d.paused()) CHECK(raised.count({d.name, d.cycle, point.level, d.due}) == 1);
  for (const Alert& a : alerts)
    for (const Deadline& d : record.deadlines)
      if (a.deadline == d.name && a.due == d.due && d.met) CHECK(a.at < *d.met);
}

}  // namespace

TEST_CASE(
    "a year with crashes, downtimes and clocks that jump: each missed deadline has one alert of each level "
    "(field-lessons rows 33, 34, 35, 37)",
    "[year]") {
  const unsigned seed = GENERATE(1U, 2U, 3U);
  CAPTURE(seed);
  Year year(seed);
  year.live();
  std::size_t told = 0, missed = 0;
  for (const std::string& id : year.letters()) {
    const auto record = year.office().record(id);
    const auto alerts = year.office().alerts(id);
    check_letter(record, alerts);
    told += static_cast<std::size_t>(std::ranges::count(alerts, false, &Alert::superseded));
    missed += record.state == "arrived" && !record.deadlines.front().paused() ? 1 : 0;
    CHECK(record.state != "answered");  // every letter that nobody filed has filed itself
  }
  CHECK(year.office().store.outbox().size() == told);
  CHECK(year.letters().size() > 200);
  CHECK(missed > 40);
  CHECK(year.crashes() > 20);
}
