// What the scheduler costs: 5,000 deadlines due at one instant among 100,000 open cases, with somebody asking and
// writing all the while; 5,000 hand-offs that lapse at one instant; how late an alert is; and what a server costs that
// has nothing to do.

#include "bench/town.hpp"
#include "engine/schedule/scheduler.hpp"
#include "storage/change_watch.hpp"
#include "storage/group_commit.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using Timer = std::chrono::steady_clock;
using namespace std::chrono_literals;

double milliseconds(Timer::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

double resident_mib() {
  long pages = 0;
  if (FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%*d %ld", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<double>(pages * sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

double cpu_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// A clock that runs with the machine from an instant of its own.
class RunningClock : public engine::Clock {
 public:
  explicit RunningClock(engine::Instant from) : from_(from) {}
  [[nodiscard]] engine::Instant now() const override {
    return from_ + std::chrono::floor<engine::Milliseconds>(Timer::now() - began_);
  }

 private:
  engine::Instant from_;
  Timer::time_point began_ = Timer::now();
};

/// Waits as the server does, and ends after a time.
class WatchAlarm : public engine::Alarm {
 public:
  WatchAlarm(engine::Changes& changes, Timer::duration life) : changes_(changes), end_(Timer::now() + life) {}
  Woke wait(engine::Milliseconds at_most) override {
    const auto until = std::min(Timer::now() + at_most, end_);
    for (;;) {
      if (stop_requested()) return Woke::Stop;
      if (changes_.changed()) return Woke::Change;
      const auto left = std::chrono::ceil<engine::Milliseconds>(until - Timer::now());
      if (left.count() <= 0) return Woke::Time;
      pollfd ears{changes_.descriptor(), POLLIN, 0};
      poll(&ears, 1, static_cast<int>(std::min(left, changes_.patience()).count()));
    }
  }
  [[nodiscard]] bool stop_requested() const override { return Timer::now() >= end_; }
  [[nodiscard]] engine::Milliseconds uptime() const override {
    return std::chrono::duration_cast<engine::Milliseconds>(Timer::now().time_since_epoch());
  }

 private:
  engine::Changes& changes_;
  Timer::time_point end_;
};

/// How long each of many small writes and readings of others took while a work went on, sorted.
template <class Work>
std::vector<double> asked_during(engine::Store& store, Work&& work) {
  std::atomic<bool> done = false;
  std::vector<double> times;
  std::jthread asking{[&] {
    while (!done) {
      const auto start = Timer::now();
      store.write([](engine::Writing& w) { w.take_number("bench"); });
      store.read([](engine::Reading& r) { static_cast<void>(r.open_cases()); });
      times.push_back(milliseconds(Timer::now() - start));
    }
  }};
  work();
  done = true;
  asking.join();
  std::sort(times.begin(), times.end());
  return times;
}

void storm(const std::string& path, const engine::Process& process, engine::Instant at) {
  storage::SqliteStore file(path);
  storage::GroupCommit store(file);
  bench::SetClock clock;
  clock.set(at);
  engine::Desk desk(store, process, clock);
  storage::ChangeWatch changes(path);
  WatchAlarm alarm(changes, 1h);
  engine::Scheduler scheduler(desk, alarm, "bench", [](const engine::ScheduleNews&) {});
  std::int64_t raised = 0;
  double took = 0;
  const auto asked = asked_during(store, [&] {
    const auto start = Timer::now();
    raised = engine::sweep(desk).alerts_raised;
    took = milliseconds(Timer::now() - start);
  });
  fmt::print(
      "{} alerts of 5,000 deadlines due at one instant: {:.0f} ms; {} writes with a reading meanwhile, median {:.1f} "
      "ms, slowest {:.1f} ms\n",
      raised, took, asked.size(), asked[asked.size() / 2], asked.back());
}

/// Hand-offs that nobody answered, all passed at one instant: each lapses, is told, and its limits are alerted.
void lapses(const engine::Process& process) {
  constexpr int cases = 5'000;
  bench::Town town("maotiao-bench-lapses");
  const auto morning = town.instant("2020-05-20 09:00");
  town.clock.set(morning);
  town.offer(cases, morning);
  storage::SqliteStore file(town.path());
  storage::GroupCommit store(file);
  bench::SetClock clock;
  clock.set(town.instant("2020-05-20 18:00"));
  engine::Desk desk(store, process, clock);
  engine::SweepResult swept;
  double took = 0;
  const auto asked = asked_during(store, [&] {
    const auto start = Timer::now();
    swept = engine::sweep(desk);
    took = milliseconds(Timer::now() - start);
  });
  fmt::print(
      "{} hand-offs lapsed of {} whose time ran out at one instant, {} alerts, {} faults: {:.0f} ms; {} writes with a "
      "reading meanwhile, median {:.1f} ms, slowest {:.1f} ms\n",
      swept.events, cases, swept.alerts_raised, swept.faults.size(), took, asked.size(), asked[asked.size() / 2],
      asked.back());
}

void idle(const std::string& path, const engine::Process& process, engine::Instant from, engine::Instant due) {
  storage::SqliteStore file(path);
  storage::GroupCommit store(file);
  const RunningClock clock(from);
  engine::Desk desk(store, process, clock);
  storage::ChangeWatch changes(path);
  double share = 0;
  for (const Timer::duration life : {Timer::duration(5s), Timer::duration(60s)}) {  // the first makes the night's run
    WatchAlarm alarm(changes, life);
    engine::Scheduler scheduler(
        desk, alarm, "idle", [](const engine::ScheduleNews&) {}, [](auto&) { return true; });
    const double before = cpu_seconds();
    scheduler.run();
    share = (cpu_seconds() - before) / std::chrono::duration<double>(life).count();
  }
  double latest = 0;
  store.read([&](engine::Reading& r) {
    r.each_alert_since(due, [&](const engine::Alert& a) {
      latest = std::max(latest, milliseconds(a.raised_at - a.at));
      return true;
    });
  });
  fmt::print(
      "60 s of a server with nothing but one wave of alerts to do: {:.3f} % of a core, {:.0f} MiB resident; "
      "latest alert {:.0f} ms after it was due\n",
      100 * share, resident_mib(), latest);
}

}  // namespace

int main() {
  bench::Town town("maotiao-bench-scheduler");
  const auto noon = town.instant("2020-05-20 15:00");
  town.clock.set(noon);
  town.arrive(5'000, noon - 21min);  // warned one minute ago
  town.arrive(94'990, noon);
  town.arrive(10, noon - 20min + 30s);  // to be warned of in half a minute
  storm(town.path(), town.desk.process(), noon);
  idle(town.path(), town.desk.process(), noon, noon + 1s);
  lapses(town.desk.process());
}
