#include "engine/time/due.hpp"
#include "engine/time/questions.hpp"
#include "engine/time/text.hpp"

#include <vector>

#include <benchmark/benchmark.h>

namespace {

using namespace engine;

/// Starts spread over 2015-2026, the same in every run.
std::vector<Instant> starts() {
  std::vector<Instant> found(4096);
  const Instant first = parse_instant("2015-01-01T00:00:00Z", Zone::utc());
  std::uint64_t state = 1;
  for (Instant& start : found) {
    state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
    start = first + Seconds{static_cast<std::int64_t>((state >> 33U) % (11ULL * 365 * 86'400))};
  }
  return found;
}

void count(benchmark::State& state, const Rule& rule) {
  const Site site = Site::standard();
  const auto all = starts();
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(due(rule, all[i++ % all.size()], site));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

void reception(benchmark::State& state) { count(state, ClockTime{std::chrono::minutes{30}}); }
void reception_open(benchmark::State& state) { count(state, OpenTime{Seconds{1800}}); }
void plan(benchmark::State& state) { count(state, WorkingDays{3}); }
void visit(benchmark::State& state) { count(state, CalendarDays{21}); }

void first_due_of_a_site(benchmark::State& state) {
  const Instant start = parse_instant("2026-05-20T01:00:00Z", Zone::utc());
  for (auto _ : state) benchmark::DoNotOptimize(due(WorkingDays{3}, start, Site(Site::standard().spec())));
}

void question(benchmark::State& state) {
  const std::string line =
      R"({"id":"q","kind":"add_working_days","timezone":"Asia/Shanghai","weekly_hours":{"mon":[["09:00","17:00"]],)"
      R"("tue":[["09:00","17:00"]]},"holidays":["2026-05-19"],"start":"2026-05-18T10:00:00Z","working_days":3})";
  for (auto _ : state) benchmark::DoNotOptimize(answer_question(line));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

}  // namespace

BENCHMARK(reception);
BENCHMARK(reception_open);
BENCHMARK(plan);
BENCHMARK(visit);
BENCHMARK(first_due_of_a_site);
BENCHMARK(question);
BENCHMARK_MAIN();
