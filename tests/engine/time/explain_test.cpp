#include "engine/time/explain.hpp"

#include "engine/time/text.hpp"

#include <catch2/catch.hpp>

using namespace engine;

namespace {

std::vector<std::string> told(const Rule& rule, const char* start, const Pauses& pauses = {}) {
  const Site site = Site::standard();
  std::vector<std::string> lines;
  for (const auto& line : explain(rule, parse_instant(start, site.zone()), site, pauses).lines) {
    lines.push_back(format_date(line.date) + " " + std::string(to_string(line.verdict)) + " " +
                    std::string(to_string(line.day.reason)) + (line.day.name.empty() ? "" : " " + line.day.name) +
                    (line.day.notice.empty() ? "" : " " + line.day.notice));
  }
  return lines;
}

}  // namespace

TEST_CASE(
    "a plan's due date lists every day, counted or skipped, with the holiday and the notice; field-lessons rows 4, 5") {
  CHECK(told(WorkingDays{3}, "2026-09-30 10:00") == std::vector<std::string>{
                                                        "2026-09-30 start weekday",
                                                        "2026-10-01 skipped holiday 国庆节 国办发明电〔2025〕7号",
                                                        "2026-10-02 skipped holiday 国庆节 国办发明电〔2025〕7号",
                                                        "2026-10-03 skipped holiday 国庆节 国办发明电〔2025〕7号",
                                                        "2026-10-04 skipped weekend 国庆节 国办发明电〔2025〕7号",
                                                        "2026-10-05 skipped adjusted 国庆节 国办发明电〔2025〕7号",
                                                        "2026-10-06 skipped adjusted 国庆节 国办发明电〔2025〕7号",
                                                        "2026-10-07 skipped adjusted 国庆节 国办发明电〔2025〕7号",
                                                        "2026-10-08 counted weekday",
                                                        "2026-10-09 counted weekday",
                                                        "2026-10-10 due make-up 国庆节 国办发明电〔2025〕7号",
                                                    });
}

TEST_CASE("a visit's due date says where it rolled") {
  const auto lines = told(CalendarDays{21}, "2026-09-10 10:00");
  REQUIRE(lines.size() == 29);
  CHECK(lines[20] == "2026-09-30 counted weekday");
  CHECK(lines[21] == "2026-10-01 rolled holiday 国庆节 国办发明电〔2025〕7号");
  CHECK(lines[28] == "2026-10-08 due weekday");
}

TEST_CASE("open time is told stretch by stretch, around the lunch break and a pause; field-lessons row 26") {
  const Site site = Site::standard();
  const Zone& zone = site.zone();
  const Pauses pause({{parse_instant("2026-05-20 11:50", zone), parse_instant("2026-05-20 13:40", zone)}});
  const auto explained = explain(OpenTime{Seconds{1800}}, parse_instant("2026-05-20 11:40", zone), site, pause);
  CHECK(format_instant(explained.due.at, zone) == "2026-05-20T14:00:00+08:00");
  REQUIRE(explained.lines.size() == 5);
  CHECK(explained.lines[1].verdict == Verdict::Counted);
  CHECK(explained.lines[2].verdict == Verdict::Paused);
  CHECK(explained.lines[3].verdict == Verdict::Paused);
  CHECK(explained.lines[4].to == explained.due.at);
  CHECK(explained.lines[4].counted == Seconds{1800});
}

TEST_CASE("a line has a sentence with the holiday's name and the notice's number") {
  const Site site = Site::standard();
  const auto lines = explain(WorkingDays{1}, parse_instant("2026-09-30 10:00", site.zone()), site).lines;
  const Wording said = wording(lines[1], site.zone());
  CHECK(std::string(said.id) == "{0}, public holiday ({1})");
  CHECK(std::string(heading(lines[1]).id) == "{0}: not counted");
  CHECK(heading(lines.back()).args == std::vector<std::string>{"2026-10-08", "1"});
  CHECK(said.args == std::vector<std::string>{"国庆节", "国办发明电〔2025〕7号"});
}
