#pragma once

#include "bench/town.hpp"
#include "engine/verify.hpp"

#include <chrono>
#include <stdexcept>

#include <fmt/format.h>

namespace bench {

/// Verifies the whole town on two threads, as often as told, and prints the best rate.
inline void print_verify_rate(Town& town, int runs) {
  using Timer = std::chrono::steady_clock;
  double best = 1e9;
  engine::VerifyReport report;
  town.desk.store().read_together(2, [&](std::span<engine::Reading* const> views) {
    for (int run = 0; run < runs; ++run) {
      const auto start = Timer::now();
      report = engine::verify(views, town.desk.process());
      best = std::min(best, std::chrono::duration<double>(Timer::now() - start).count());
    }
  });
  if (report.first_bad) throw std::runtime_error("the history does not verify");
  fmt::print("verify: {} entries of {} cases, {:.0f} entries/s\n", report.entries, report.cases,
             static_cast<double>(report.entries) / best);
}

}  // namespace bench
