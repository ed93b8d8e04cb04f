#include "engine/error.hpp"
#include "engine/json.hpp"
#include "engine/time/calendar_import.hpp"
#include "engine/time/layer_json.hpp"
#include "engine/time/national.hpp"
#include "engine/time/text.hpp"
#include "tests/engine/time/reading.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace engine;
using nlohmann::json;

namespace {

std::vector<std::string> dates_of(const CalendarProposal& proposal, int year, bool working) {
  std::vector<std::string> found;
  for (const auto& entry : proposal.entries) {
    const std::string date = format_date(entry.date);
    if (entry.working == working && date.rfind(std::to_string(year), 0) == 0) found.push_back(date);
  }
  return found;
}

std::string event(const std::string& lines) {
  return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + lines + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

bool found(const std::vector<Finding>& findings, const std::string& code) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.code == code; });
}

}  // namespace

TEST_CASE("the three conventions of .ics files in use give the same days off and make-up days; field-lessons row 3") {
  const json expected = json::parse(contents(MAOTIAO_TEST_DATA "/calendar-ics/expected.json"));
  for (const char* file : {"apple-style", "daily-style", "holiday-cn-style"}) {
    const auto proposal = read_ics(contents(std::string(MAOTIAO_TEST_DATA "/calendar-ics/") + file + ".ics"));
    for (const auto& [year, sets] : expected.items()) {
      INFO(file << " " << year);
      CHECK(json(dates_of(proposal, std::stoi(year), false)) == sets["off"]);
      CHECK(json(dates_of(proposal, std::stoi(year), true)) == sets["work"]);
    }
    CHECK(proposal.entries.front().name == "元旦");
    for (const auto& entry : proposal.entries) {
      if (entry.date == parse_date("2026-02-14")) CHECK(entry.name == "春节");
    }
  }
}

TEST_CASE("an event over several days counts them all, its end is exclusive; field-lessons row 3") {
  const auto week = read_ics(event("DTSTART;VALUE=DATE:20261001\r\nDTEND;VALUE=DATE:20261008\r\nSUMMARY:国庆节（休）"));
  CHECK(dates_of(week, 2026, false).size() == 7);
  CHECK(dates_of(read_ics(event("DTSTART;VALUE=DATE:20261001\nSUMMARY:国庆节假期")), 2026, false).size() == 1);
  CHECK(
      dates_of(read_ics(event("DTSTART;VALUE=DATE:20261001\nDURATION:P3D\nSUMMARY:国庆节假期")), 2026, false).size() ==
      3);
}

TEST_CASE("observances stay out and are listed, and nothing counts before it is approved; field-lessons row 4") {
  const auto proposal = read_ics(event("DTSTART;VALUE=DATE:20260308\r\nSUMMARY:妇女节") +
                                 event("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:元旦（休）"));
  CHECK(proposal.entries.empty());
  REQUIRE(proposal.ignored.size() == 2);
  CHECK(proposal.ignored[0].name == "妇女节");
  const auto holiday = read_ics(event("DTSTART;VALUE=DATE:20260605\r\nSUMMARY:厂休假期"));
  CHECK(national_calendar().is_working_day(parse_date("2026-06-05")));
  const Calendar approved = national_calendar().with(approve(holiday, "factory", 1, false));
  CHECK_FALSE(approved.is_working_day(parse_date("2026-06-05")));
}

TEST_CASE(
    "a make-up day as a timed event falls on its local date, folded lines are one, and the work word is tested first") {
  const auto timed =
      read_ics(event("DTSTART;TZID=Asia/Shanghai:20260214T090000\r\nDTEND;TZID=Asia/"
                     "Shanghai:20260214T180000\r\nSUMMARY:上班(补春节\r\n 假期)"));
  CHECK(dates_of(timed, 2026, true) == std::vector<std::string>{"2026-02-14"});
  CHECK(timed.entries[0].name == "春节");
  const auto utc = read_ics(event("DTSTART:20260213T170000Z\r\nDTEND:20260214T100000Z\r\nSUMMARY:春节（班）"));
  CHECK(dates_of(utc, 2026, true) == std::vector<std::string>{"2026-02-14"});
  const auto apple = read_ics(
      event("DTSTART;VALUE=DATE:20260214\r\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\r\nSUMMARY:Spring Festival"));
  CHECK(dates_of(apple, 2026, true).size() == 1);
}

TEST_CASE("two events with one UID are two events") {
  const auto both = read_ics(event("UID:a\r\nDTSTART;VALUE=DATE:20260214\r\nSUMMARY:春节（班）") +
                             event("UID:a\r\nDTSTART;VALUE=DATE:20260228\r\nSUMMARY:春节（班）"));
  CHECK(dates_of(both, 2026, true).size() == 2);
}

TEST_CASE("an alarm inside an event changes nothing of it") {
  const auto alarmed =
      read_ics(event("DTSTART;VALUE=DATE:20261001\r\nSUMMARY:国庆节（休）\r\nBEGIN:VALARM\r\nSUMMARY:提醒\r\nDURATION:"
                     "P9D\r\nEND:VALARM"));
  CHECK(dates_of(alarmed, 2026, false).size() == 1);
}

TEST_CASE(
    "holiday-cn's JSON is read, a weekday named as worked is harmless, an empty year is unpublished; field-lessons row "
    "8") {
  const auto read =
      read_holiday_cn(R"({"year":2020,"papers":[],"days":[{"name":"春节","date":"2020-02-03","isOffDay":false},
    {"name":"元旦","date":"2020-01-01","isOffDay":true},{"name":"春节","date":"2020-01-19","isOffDay":false}]})");
  CHECK(dates_of(read, 2020, false) == std::vector<std::string>{"2020-01-01"});
  CHECK(dates_of(read, 2020, true) == std::vector<std::string>{"2020-01-19"});
  CHECK(read.ignored.size() == 1);
  const auto empty = read_calendar_file(R"({"year":2027,"papers":[],"days":[]})");
  CHECK(found(check(empty, national_calendar()), "unpublished"));
  CHECK(approve(empty, "cn-2027", 1, true).covered_years.empty());
  CHECK(national_calendar().with(approve(empty, "cn-2027", 1, true)).standing(parse_date("2027-06-01")) ==
        Standing::Provisional);
}

TEST_CASE("a layer written as JSON is read back the same, number, coverage and all") {
  CalendarLayer layer =
      approve(read_calendar_file(contents(MAOTIAO_TEST_DATA "/calendar-ics/apple-style.ics")), "ics", 7, true);
  layer.entries.push_back({parse_date("2026-08-08"), false, DayReason::OwnClosing, "停电 \"检修\"", ""});
  const CalendarLayer back = read_native_layer(layer_json(layer), "ics");
  CHECK(back.label() == "ics/7");
  CHECK(back.official);
  CHECK(back.covered_years == layer.covered_years);
  CHECK(layer_json(back) == layer_json(layer));
  CHECK(back.entries.back().name == "停电 \"检修\"");
  CHECK_THROWS_AS(
      read_native_layer(R"({"revision":1,"official":true,"covered_years":[],"entries":[{"date":"2026-01-01"}]})"),
      Error);
  CHECK_THROWS_AS(read_native_layer(R"({"revision":"x","official":true,"covered_years":[],"entries":[]})"), Error);
}

TEST_CASE("a calendar file that a site names lies over the national calendar") {
  const Calendar calendar = calendar_from_file(event("DTSTART;VALUE=DATE:20260605\r\nSUMMARY:三月三假期"), "region");
  CHECK_FALSE(calendar.is_working_day(parse_date("2026-06-05")));
  CHECK_FALSE(calendar.is_working_day(parse_date("2026-10-01")));
  CHECK(calendar.revision() == national_calendar().revision() + "+region/1");
}

TEST_CASE("a native list that names no notice is not official") {
  const auto read =
      read_native_layer(R"({"years":{"2027":{"off":[{"from":"2027-01-01","to":"2027-01-03","name":"元旦"}]}}})");
  CHECK_FALSE(read.official);
  CHECK(Calendar("x", {}, true, {std::make_shared<const CalendarLayer>(read)}).standing(parse_date("2027-01-02")) ==
        Standing::Provisional);
}

TEST_CASE("the built-in list passes its own checks, but for the year of the extension") {
  const auto native = read_calendar_file(built_in_calendar_json());
  CHECK(native.format == "native");
  CHECK(native.official);
  const auto findings = check(native, national_calendar());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "identity");
  CHECK(findings[0].args[0] == "2020");
}

TEST_CASE(
    "the checks find a worked weekday, a day that is both, a day outside the year, an amendment and a wrong balance") {
  const auto checked = [](const std::string& day_list) {
    return check(read_holiday_cn("{\"year\":2026,\"days\":[" + day_list + "]}"), national_calendar());
  };
  CHECK(found(
      checked(
          R"({"date":"2026-10-01","isOffDay":true},{"date":"2026-10-10","isOffDay":true},{"date":"2026-10-10","isOffDay":false})"),
      "both"));
  CHECK(found(checked(R"({"date":"2028-10-02","isOffDay":true})"), "outside_year"));
  CHECK(found(checked(R"({"date":"2026-06-05","isOffDay":true})"), "amendment"));
  CHECK(found(checked(R"({"date":"2026-06-05","isOffDay":true})"), "identity"));
  CHECK(found(checked(R"({"date":"2026-10-01","isOffDay":true})"), "statutory_missing"));
  CHECK(found(checked(R"({"date":"2026-10-01","isOffDay":true})"), "unofficial"));
  const auto weekday = read_ics(event("DTSTART;VALUE=DATE:20260520\r\nSUMMARY:补班"));
  CHECK(found(check(weekday, national_calendar()), "weekday_worked"));
  CHECK_THROWS_AS(approve(weekday, "x", 1, true), Error);
}

TEST_CASE("hostile bytes give an error or a proposal, never more") {
  const std::string whole = contents(MAOTIAO_TEST_DATA "/calendar-ics/apple-style.ics");
  for (std::size_t length = 0; length < whole.size(); length += 97) {
    std::string cut = whole.substr(0, length);
    for (std::size_t i = length % 2 == 0 ? 100 : 0; i < cut.size(); i += 61)
      cut[i] = static_cast<char>(static_cast<unsigned char>(length + i));
    try {
      const auto entries = read_calendar_file(cut).entries.size();
      CHECK(entries < 10'000);
    } catch (const Error& error) {
      CHECK(error.kind() == Error::Kind::Usage);
    }
  }
  CHECK_THROWS_AS(read_calendar_file(""), Error);
  CHECK_THROWS_AS(read_calendar_file(std::string(9 << 20, 'x')), Error);
  CHECK_THROWS_AS(read_calendar_file(std::string(50'000, '{')), Error);
  CHECK_THROWS_AS(read_calendar_file(R"({"years":{"2027":{"off":[{"from":"2027-01-01","to":"2199-01-01"}]}}})"), Error);
  CHECK_THROWS_AS(read_calendar_file(R"({"years":{"99999":{}}})"), Error);
  CHECK(read_calendar_file(R"({"revision":1,"official":false,"covered_years":[],"entries":[],"years":{"x":1}})")
            .entries.empty());
  CHECK_THROWS_AS(read_calendar_file(R"({"revision":1,"official":true,"covered_years":[2147483647],"entries":[]})"),
                  Error);
  CHECK_THROWS_AS(read_calendar_file(R"({"revision":1,"official":true,"covered_years":"x","entries":7})"), Error);
  CHECK_THROWS_AS(read_calendar_file(R"({"years":{"2027":{"off":[{"from":1,"to":2}]}}})"), Error);
  CHECK(read_ics(event("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:29990101\r\nSUMMARY:元旦（休）"))
            .entries.size() == 1);
  CHECK(read_ics(event("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:21990101\r\nSUMMARY:元旦（休）"))
            .entries.empty());
  CHECK(read_ics(event("DTSTART;VALUE=DATE:20260230\r\nSUMMARY:元旦（休）")).ignored.size() == 1);
}

TEST_CASE("a number that no year or revision can be is refused, however large") {
  const auto file = [](const std::string& revision, const std::string& year) {
    return R"({"revision":)" + revision + R"(,"official":true,"covered_years":[)" + year + R"(],"entries":[]})";
  };
  CHECK_NOTHROW(read_native_layer(file("1", "2027")));
  for (const auto* number :
       {"2.027e63", "1e300", "18446744073709551616", "18446744073709551615", "-1", "1.5", "\"1\""}) {
    INFO(number);
    CHECK_THROWS_AS(read_native_layer(file("1", number)), Error);
    CHECK_THROWS_AS(read_native_layer(file(number, "2027")), Error);
  }
}
