#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "tests/cli/import/a_centre.hpp"

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

// A second computation of the three promises, from the facts of cn-workdays.json alone and without the engine's time:
// dates as days since 1970, China time as seconds since 1970 plus eight hours.
namespace {

using nlohmann::json;
using Day = std::int64_t;
using Second = std::int64_t;

constexpr Second day_length = 86'400;
constexpr Second spans[2][2] = {{8 * 3600 + 1800, 12 * 3600}, {13 * 3600 + 1800, 17 * 3600 + 1800}};

std::string text_of(const std::string& name) {
  std::ifstream file(std::string(MAOTIAO_SHARED_DATA) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Day day_of(const std::string& date) { return engine::parse_date(date).time_since_epoch().count(); }

class Oracle {
 public:
  explicit Oracle(const json& file) {
    for (const auto& year : file.at("years")) {
      for (const auto& range : year.at("off"))
        for (Day day = day_of(range.at("from")); day <= day_of(range.at("to")); ++day) off_.insert(day);
      for (const auto& day : year.at("work")) work_.insert(day_of(day));
    }
  }

  [[nodiscard]] Second reception(Second at) const { return (is_open(at) ? at : next_opening(at)) + 1800; }

  [[nodiscard]] Second plan(Second at) const {
    Day day = at / day_length;
    for (int counted = 0; counted < 3;) counted += works(++day) ? 1 : 0;
    return day * day_length + spans[1][1];
  }

  [[nodiscard]] Second visit(Second at) const {
    Day day = at / day_length + 21;
    while (!works(day)) ++day;
    return day * day_length + spans[1][1];
  }

 private:
  [[nodiscard]] bool works(Day day) const {
    const auto weekday = (day + 4) % 7;  // 1970-01-01 was a Thursday
    return work_.contains(day) || (weekday != 0 && weekday != 6 && !off_.contains(day));
  }
  [[nodiscard]] bool is_open(Second at) const {
    const auto time = at % day_length;
    return works(at / day_length) &&
           ((spans[0][0] <= time && time < spans[0][1]) || (spans[1][0] <= time && time < spans[1][1]));
  }
  [[nodiscard]] Second next_opening(Second at) const {
    for (Day day = at / day_length;; ++day)
      for (const auto& span : spans)
        if (works(day) && day * day_length + span[0] >= at) return day * day_length + span[0];
  }

  std::set<Day> off_, work_;
};

Second china_seconds(engine::Instant at) {
  return std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count() + 8 * 3600;
}

}  // namespace

TEST_CASE("every promise of 715 real timelines is due when a second computation says so (field-lessons rows 22, 30)") {
  const auto ledger = text_of("ledger.csv");
  if (ledger.empty()) {
    WARN("the outside data is not there; nothing was compared");
    return;
  }
  import_tests::ACentre centre("2012-02-01 09:00");
  const auto report = centre.import(ledger);
  REQUIRE(report.imported == 715);
  CHECK(centre.import(ledger).already_known == 715);
  const Oracle oracle(json::parse(text_of("cn-workdays.json")));
  std::map<std::string, int> compared, on_time;
  centre.store.read([&](engine::Reading& reading) {
    engine::CaseFilter all;
    all.open_only = false;
    reading.each_case(all, [&](const engine::CaseRecord& record) {
      for (const auto& deadline : record.deadlines) {
        if (!deadline.standard) continue;
        const auto start = china_seconds(deadline.start);
        const auto due = deadline.name == "reception" ? oracle.reception(start)
                         : deadline.name == "plan"    ? oracle.plan(start)
                                                      : oracle.visit(start);
        INFO(record.ref << " " << deadline.name);
        CHECK(china_seconds(deadline.due) == due);
        ++compared[deadline.name];
        if (deadline.met && china_seconds(*deadline.met) <= due) ++on_time[deadline.name];
      }
      return true;
    });
  });
  CHECK(compared == std::map<std::string, int>{{"plan", 715}, {"reception", 715}, {"visit", 658}});
  CHECK(on_time == std::map<std::string, int>{{"plan", 630}, {"reception", 7}, {"visit", 220}});
  CHECK_FALSE(centre.verified().first_bad);
}

TEST_CASE("59 real disputes arrive, each with its type mapped or left to sorting") {
  const auto disputes = text_of("disputes.jsonl");
  if (disputes.empty()) {
    WARN("the outside data is not there; nothing was imported");
    return;
  }
  import_tests::ACentre centre;
  CHECK(centre.import(disputes).imported == 59);
  CHECK(centre.import(disputes).already_known == 59);
}
