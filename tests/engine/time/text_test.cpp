#include "engine/time/text.hpp"

#include "engine/error.hpp"
#include "engine/time/hours.hpp"

#include <catch2/catch.hpp>

using namespace engine;

namespace {
const Zone china = Zone::named("Asia/Shanghai");
std::string read(std::string_view text) {
  const auto at = try_parse_instant(text, china);
  return at ? format_utc(*at) : "refused";
}
}  // namespace

TEST_CASE("an instant is read as RFC 3339 or as local time of the site") {
  CHECK(read("2026-05-20T09:00:00+08:00") == "2026-05-20T01:00:00Z");
  CHECK(read("2026-05-20T09:00:00Z") == "2026-05-20T09:00:00Z");
  CHECK(read("2026-05-20 09:00") == "2026-05-20T01:00:00Z");
  CHECK(read("2026-05-20 09:00:07") == "2026-05-20T01:00:07Z");
  CHECK(read("2026-05-20T09:00:07.25") == "2026-05-20T01:00:07.250Z");
  CHECK(read("2026-05-20T09:00:07.123456789-03:30") == "2026-05-20T12:30:07.123Z");
  CHECK(read("2024-02-29 00:00") == "2024-02-28T16:00:00Z");
}

TEST_CASE("anything that is not quite an instant is refused") {
  for (const char* text : {"",
                           "2026",
                           "2026-05-20",
                           "2026-05-20 9:00",
                           "2026-05-20 24:00",
                           "2026-05-20 09:60",
                           "2026-05-20 09:00:60",
                           "2026-02-29 09:00",
                           "2026-13-01 09:00",
                           "2026-00-10 09:00",
                           "2026-05-20T09:00:00+08:00 ",
                           "2026-05-20T09:00:00+8",
                           "2026-05-20T09:00:00+24:00",
                           "2026-05-20T09:00:00.",
                           "1899-12-31 09:00",
                           "2201-01-01 09:00",
                           "20260520T090000Z",
                           "2026-05-20T09:00:00ZZ",
                           "-2026-05-20 09:00",
                           "2026-05-20\t09:00",
                           "２０２６-05-20 09:00"}) {
    INFO(text);
    CHECK(read(text) == "refused");
  }
  CHECK(read(std::string_view("2026-05-20 09:00\0", 17)) == "refused");
  CHECK_THROWS_AS(parse_instant("tomorrow", china), Error);
  CHECK_THROWS_AS(parse_date("2026-05-20T00:00"), Error);
}

TEST_CASE("an instant is shown with the offset of its zone and seconds") {
  const Instant at = parse_instant("2026-07-01T00:00:00Z", china);
  CHECK(format_instant(at, china) == "2026-07-01T08:00:00+08:00");
  CHECK(format_instant(at, Zone::named("America/St_Johns")) == "2026-06-30T21:30:00-02:30");
  CHECK(format_instant(at, Zone::named("Asia/Kathmandu")) == "2026-07-01T05:45:00+05:45");
  CHECK(format_time_of_day(std::chrono::hours{24}) == "24:00");
}
