#include "engine/time/due.hpp"
#include "engine/time/text.hpp"

#include <atomic>
#include <thread>

#include <catch2/catch.hpp>

using namespace engine;

namespace {

/// The same sum from whatever thread: due dates over a year of starts.
std::int64_t sum_of_dues(const Site& site, int count) {
  std::int64_t sum = 0;
  const Instant first = parse_instant("2026-01-01T00:00:00Z", Zone::utc());
  for (int i = 0; i < count; ++i) {
    const Instant start = first + std::chrono::minutes{(i * 7919) % 525'600};
    sum += due(WorkingDays{3}, start, site).at.time_since_epoch().count() / 1000 % 1'000'003;
    sum += due(OpenTime{Seconds{1800}}, start, site).at.time_since_epoch().count() / 1000 % 1'000'003;
  }
  return sum;
}

Site new_york() {
  SiteSpec spec;
  spec.timezone = "America/New_York";
  return Site(spec);
}

}  // namespace

TEST_CASE(
    "two threads in two zones count half a million dues each and meet no other thread's zone; field-lessons row 46") {
  constexpr int count = 250'000;
  const std::int64_t china = sum_of_dues(Site::standard(), count);
  const std::int64_t york = sum_of_dues(new_york(), count);
  const Site shared_china(Site::standard().spec());  // fresh pages, so that both threads race to build them
  const Site shared_york = new_york();
  std::atomic<int> wrong{0};
  const auto both = [&](bool china_first) {
    for (const bool in_china : {china_first, !china_first}) {
      const std::int64_t sum = sum_of_dues(in_china ? shared_china : shared_york, count);
      if (sum != (in_china ? china : york)) ++wrong;
    }
  };
  std::thread one(both, true);
  std::thread two(both, false);
  one.join();
  two.join();
  CHECK(wrong == 0);
}
