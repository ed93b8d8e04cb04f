#include "engine/time/zone.hpp"

#include "engine/error.hpp"
#include "engine/time/due.hpp"
#include "engine/time/text.hpp"

#include <cstdlib>

#include <catch2/catch.hpp>

using namespace engine;

namespace {
std::string utc(const char* zone, const char* local) { return format_utc(parse_instant(local, Zone::named(zone))); }
}  // namespace

TEST_CASE(
    "a local time in a DST gap is one hour later, an ambiguous one is its first occurrence; field-lessons row 12") {
  CHECK(utc("America/Los_Angeles", "2014-03-09 02:30") == "2014-03-09T10:30:00Z");
  CHECK(utc("Australia/Sydney", "2021-10-03 02:34:06") == "2021-10-02T16:34:06Z");
  CHECK(utc("Europe/Berlin", "2022-03-27 03:05:12") == "2022-03-27T01:05:12Z");
  CHECK(utc("Europe/Berlin", "2026-10-25 02:30") == "2026-10-25T00:30:00Z");
  CHECK(utc("America/Sao_Paulo", "2015-10-18 00:00") == "2015-10-18T03:00:00Z");
}

TEST_CASE("the summer time of Asia/Shanghai 1986-1991 is kept; field-lessons row 12") {
  CHECK(utc("Asia/Shanghai", "1986-05-03 12:00") == "1986-05-03T04:00:00Z");
  CHECK(utc("Asia/Shanghai", "1986-05-05 12:00") == "1986-05-05T03:00:00Z");
  CHECK(utc("Asia/Shanghai", "1991-09-14 12:00") == "1991-09-14T03:00:00Z");
  CHECK(utc("Asia/Shanghai", "1991-09-15 12:00") == "1991-09-15T04:00:00Z");
  CHECK(utc("Asia/Shanghai", "1992-07-01 12:00") == "1992-07-01T04:00:00Z");
  const Site site = Site::standard();
  const Due due_date = due(OpenTime{Seconds{1800}}, parse_instant("1988-07-01 17:15", site.zone()), site);
  CHECK(format_instant(due_date.at, site.zone()) == "1988-07-04T08:45:00+09:00");
}

TEST_CASE("the TZ of the process changes nothing; field-lessons row 45") {
  const char* old = std::getenv("TZ");
  const std::string kept = old ? old : "";
  setenv("TZ", "America/New_York", 1);
  tzset();
  const Site site = Site::standard();
  CHECK(format_instant(due(WorkingDays{3}, parse_instant("2026-05-20 09:00", site.zone()), site).at, site.zone()) ==
        "2026-05-25T17:30:00+08:00");
  if (old)
    setenv("TZ", kept.c_str(), 1);
  else
    unsetenv("TZ");
  tzset();
}

TEST_CASE("an unknown zone is refused with a sentence that names it") {
  for (const char* name : {"", "Asia/Shangai", "../../etc/passwd", "+08:00", "Asia/"}) {
    INFO(name);
    CHECK_THROWS_AS(Zone::named(name), Error);
  }
  CHECK_THROWS_WITH(Zone::named("Asia/Shangai"), Catch::Contains("Asia/Shangai") && Catch::Contains("Asia/Shanghai"));
}
