// How long the check takes when 1,000 clocks are due among 100,000 and among 1,000,000 open cases, and how fast verify
// replays. Prints medians and their ratio, measured in one run.

#include "bench/town.hpp"
#include "bench/verify_rate.hpp"
#include "engine/check.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using Timer = std::chrono::steady_clock;

double milliseconds(Timer::duration time) { return std::chrono::duration<double, std::milli>(time).count(); }

double resident_mib() {
  long pages = 0;
  if (FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%*d %ld", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<double>(pages * sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

/// The median of several checks, the first (cold) left out.
double check_time(bench::Town& town) {
  std::vector<double> times;
  for (int run = 0; run < 12; ++run) {
    const auto start = Timer::now();
    const auto report = engine::check_now(town.desk);
    if (run > 0) times.push_back(milliseconds(Timer::now() - start));
    if (report.overdue.size() != 1'000) throw std::runtime_error("the check did not find the 1,000 due clocks");
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

}  // namespace

int main() {
  bench::Town town("maotiao-bench-check");
  const auto now = town.instant("2020-05-20 15:00");
  town.clock.set(now);
  town.arrive(1'000, town.instant("2020-05-20 14:00"));  // 30 minutes are over
  town.arrive(99'000, town.instant("2020-05-20 14:55"));
  const double small = check_time(town);
  fmt::print("check, 1,000 due of   100,000 open: {:.2f} ms, {:.0f} MiB resident\n", small, resident_mib());
  town.arrive(900'000, town.instant("2020-05-20 14:55"));
  const double large = check_time(town);
  fmt::print("check, 1,000 due of 1,000,000 open: {:.2f} ms, {:.0f} MiB resident, ratio {:.2f}\n", large,
             resident_mib(), large / small);
  bench::print_verify_rate(town, 1);
}
