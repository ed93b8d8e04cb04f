#include "engine/time/zone.hpp"

#include "engine/error.hpp"
#include "engine/time/due.hpp"
#include "engine/time/text.hpp"
#include "engine/time/tzif.hpp"
#include "tests/engine/time/reading.hpp"

#include <cstdlib>

#include <catch2/catch.hpp>
#include <date/tz.h>

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

TEST_CASE("every zone agrees with date-tz at every change of its clock from 1900 to 2037; field-lessons row 12") {
  int zones = 0;
  for (const date::time_zone& zone : date::get_tzdb().zones) {
    if (zone.name() == "Factory" || zone.name() == "posixrules" || zone.name() == "localtime") continue;
    const Zone ours = Zone::named(zone.name());
    int wrong = 0;
    date::sys_seconds at{Seconds{-2'208'988'800}};
    for (date::sys_info info = zone.get_info(at); at < date::sys_seconds{Seconds{2'145'916'800}};
         info = zone.get_info(at)) {
      if (ours.offset(Instant{at.time_since_epoch()}) != info.offset) ++wrong;
      if (ours.offset(Instant{info.end.time_since_epoch()} - Milliseconds{1}) != info.offset) ++wrong;
      at = info.end;
    }
    INFO(zone.name());
    CHECK(wrong == 0);
    ++zones;
  }
  CHECK(zones > 300);
}

TEST_CASE("the rules of a zone hold on after the last year its file lists") {
  CHECK(utc("America/New_York", "2060-07-01 12:00") == "2060-07-01T16:00:00Z");
  CHECK(utc("America/New_York", "2060-12-01 12:00") == "2060-12-01T17:00:00Z");
  CHECK(utc("Europe/Berlin", "2100-03-28 02:30") == "2100-03-28T01:30:00Z");  // the last Sunday: a gap
  CHECK(utc("Europe/Dublin", "2090-01-10 12:00") == "2090-01-10T12:00:00Z");
  CHECK(utc("Australia/Lord_Howe", "2090-01-10 12:00") == "2090-01-10T01:00:00Z");
  CHECK(utc("Asia/Shanghai", "2090-07-10 12:00") == "2090-07-10T04:00:00Z");
  CHECK(shifts_by_rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2040, 2040)->front().at == 2'216'250'000);
  CHECK_FALSE(shifts_by_rule("CET-1CEST,M3.5.0", 2040, 2040));
  CHECK_FALSE(shifts_by_rule("", 2040, 2040));
  CHECK(shifts_by_rule("XXX3YYY,J60/2,300/2:30:01", 2040, 2041)->size() == 4);
}

TEST_CASE("a damaged zone file is refused, whatever its bytes") {
  const std::string whole = contents("/usr/share/zoneinfo/Europe/Berlin");
  REQUIRE(read_tzif(whole));
  CHECK(read_tzif(whole)->rule == "CET-1CEST,M3.5.0,M10.5.0/3");
  for (std::size_t length = 0; length + 30 < whole.size(); length += 7) CHECK_FALSE(read_tzif(whole.substr(0, length)));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0xFF);
    const auto read = read_tzif(changed);  // right or refused, never past the end
    if (read) CHECK(read->shifts.size() < 100'000);
  }
}

TEST_CASE("an unknown zone is refused with a sentence that names it") {
  for (const char* name : {"", "Asia/Shangai", "../../etc/passwd", "+08:00", "Asia/", "Asia", "posix/Asia/Shanghai",
                           "right/UTC", "localtime", "tzdata.zi", "/usr/share/zoneinfo/UTC"}) {
    INFO(name);
    CHECK_THROWS_AS(Zone::named(name), Error);
  }
  CHECK_THROWS_WITH(Zone::named("Asia/Shangai"), Catch::Contains("Asia/Shangai") && Catch::Contains("Asia/Shanghai"));
}
