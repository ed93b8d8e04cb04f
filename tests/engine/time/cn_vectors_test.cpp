#include "engine/time/due.hpp"
#include "engine/time/text.hpp"
#include "tests/engine/time/reading.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace engine;

namespace {

/// One row of the vectors: `id,start,rule,due_at_closing,due_at_midnight`; the rule may stand in quotes and hold a
/// comma.
std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> found(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      found.emplace_back();
    else if (c != '\r')
      found.back() += c;
  }
  return found;
}

std::vector<std::vector<std::string>> rows(const std::string& kind) {
  std::istringstream file(contents(MAOTIAO_TEST_DATA "/cn_vectors.csv"));
  std::vector<std::vector<std::string>> found;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind(kind, 0) == 0) found.push_back(fields(line));
  }
  REQUIRE(found.size() == 20);
  return found;
}

Site site(DayEnd end) {
  SiteSpec spec = Site::standard().spec();
  spec.day_end = end;
  return Site(spec);
}

std::string counted(const Rule& rule, const std::string& start, const Site& at) {
  return format_instant(due(rule, parse_instant(start, at.zone()), at).at, at.zone());
}

void check(const std::string& kind, const Rule& rule) {
  const Site closing = site(DayEnd::Closing);
  const Site midnight = site(DayEnd::Midnight);
  for (const auto& row : rows(kind)) {
    INFO(row[0] << " from " << row[1]);
    CHECK(counted(rule, row[1], closing) == row[3]);
    CHECK(counted(rule, row[1], midnight) == row[4]);
  }
}

}  // namespace

TEST_CASE(
    "three working days of 2007-2026 fall where three independent computations put them; field-lessons rows 6, 10") {
  check("3wd", WorkingDays{3});
}

TEST_CASE("twenty-one days of 2007-2026 roll off rest days and stay on make-up days; field-lessons row 6") {
  check("21d", CalendarDays{21});
}

TEST_CASE("thirty minutes of open time end at the earliest instant with 1,800 open seconds") {
  const Site at = Site::standard();
  const auto due_of = [&](const std::string& time) {
    return counted(OpenTime{Seconds{1800}}, "2026-05-20 " + time, at).substr(0, 19);
  };
  CHECK(due_of("11:30:00") == "2026-05-20T12:00:00");
  CHECK(due_of("17:00:00") == "2026-05-20T17:30:00");
  CHECK(due_of("11:59:59") == "2026-05-20T13:59:59");
  CHECK(due_of("12:00:00") == "2026-05-20T14:00:00");
  CHECK(due_of("17:30:00") == "2026-05-21T09:00:00");
}

TEST_CASE("by the clock, thirty minutes do not stop at lunch for someone in the hall") {
  const Site at = Site::standard();
  const auto due_of = [&](const std::string& time) {
    return counted(ClockTime{std::chrono::minutes{30}}, "2026-05-20 " + time, at).substr(0, 19);
  };
  CHECK(due_of("11:45:00") == "2026-05-20T12:15:00");
  CHECK(due_of("12:00:00") == "2026-05-20T14:00:00");
  CHECK(due_of("17:29:59") == "2026-05-20T17:59:59");
  CHECK(due_of("17:30:00") == "2026-05-21T09:00:00");
  CHECK(counted(ClockTime{std::chrono::minutes{30}, true}, "2026-10-01 03:00", at) == "2026-10-01T03:30:00+08:00");
}
