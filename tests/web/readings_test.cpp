#include "tests/web/an_office.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

namespace web {
namespace {

using nlohmann::json;

std::vector<std::string> ids_in(const json& page) {
  std::vector<std::string> ids;
  for (const auto& one : page["cases"]) ids.push_back(one["id"]);
  return ids;
}

/// All pages of a list, one after another, and how many there were.
std::vector<std::string> paged(AnOffice& office, const Browser& browser, const std::string& query) {
  std::vector<std::string> all;
  std::string after;
  for (int pages = 0; pages < 50; ++pages) {
    const auto page = json_of(office.get(browser, "/api/v1/cases?limit=2" + query + "&after=" + after));
    const auto ids = ids_in(page);
    CHECK(ids.size() <= 2);
    all.insert(all.end(), ids.begin(), ids.end());
    if (page["next"].is_null()) return all;
    after = page["next"];
  }
  FAIL("the pages never end");
  return all;
}

}  // namespace

TEST_CASE("the pages of a list give each case once, also when one leaves the list between two pages") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  std::vector<std::string> arrived;
  for (int n = 0; n < 7; ++n) {
    arrived.push_back(office.arrive(wang));
    office.clock.at += std::chrono::seconds(1);
  }
  const std::set<std::string> all(arrived.begin(), arrived.end());
  for (const auto* query : {"", "&all=1", "&all=1&centre=town", "&state=arrived"}) {
    INFO(query);
    const auto found = paged(office, wang, query);
    CHECK(found.size() == 7);
    CHECK(std::set<std::string>(found.begin(), found.end()) == all);
  }
  office.clock.at += std::chrono::minutes(40);
  const auto again = office.signed_in("wang");
  CHECK(paged(office, again, "&overdue=1") == arrived);
  const auto first = json_of(office.get(again, "/api/v1/cases?overdue=1&limit=2"));
  const auto left = ids_in(first).back();
  REQUIRE(office.post(again, "/api/v1/cases/" + left + "/steps/receive", {{"fields", {{"late_reason", "停电"}}}}, "1")
              .status() == 200);
  const auto next =
      json_of(office.get(again, "/api/v1/cases?overdue=1&limit=9&after=" + first["next"].get<std::string>()));
  CHECK(ids_in(next) == std::vector<std::string>(arrived.begin() + 2, arrived.end()));
}

TEST_CASE("the alerts come in the order of what fell due, the newest first, however late it was raised") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  const auto now = office.clock.at;
  office.store.write([&](engine::Writing& writing) {
    const auto raise = [&](int cycle, int fell, int raised) {
      const auto at = now - std::chrono::hours(fell);
      writing.raise({id, "plan", cycle, "red", at, at, now - std::chrono::hours(raised), "holder", false});
    };
    raise(1, 9, 1);  // while no program was there
    raise(2, 5, 5);
    raise(3, 7, 6);
  });
  std::vector<int> cycles;
  const auto told = json_of(office.get(wang, "/api/v1/alerts"));
  for (const auto& alert : told["alerts"]) cycles.push_back(alert["cycle"]);
  CHECK(cycles == std::vector{2, 3, 1});
}

TEST_CASE("a due date is counted by the calendar of a centre and explained day by day") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto due = json_of(office.get(wang, "/api/v1/due?rule=plan&start=2020-05-20T09:00:00%2B08:00"));
  CHECK(due["due_date"] == "2020-05-25");
  CHECK(due["centre"] == "town");
  CHECK_FALSE(due["explanation"].empty());
  CHECK(office.get(wang, "/api/v1/due?rule=tea&start=2020-05-20T09:00:00%2B08:00").status() == 400);
  CHECK(office.get(wang, "/api/v1/due?rule=plan&start=soon").status() == 400);
}

TEST_CASE("the runs of the nights are listed, and one shows the rows of the centres that are reached") {
  AnOffice office;
  const auto row = [](const char* centre, const char* number) {
    return json{{"case", number},
                {"deadline", "plan"},
                {"due", "2020-05-19T17:30:00+08:00"},
                {"holder", "wang"},
                {"centre", centre}};
  };
  const json list{{"count", 2}, {"rows", {row("town", "甲1"), row("other", "乙1")}}};
  const json none{{"count", 0}, {"rows", json::array()}};
  const json report{{"day", "2020-05-19"},       {"as_of", "2020-05-20T00:30:00+08:00"},
                    {"missed_from", nullptr},    {"open", 3},
                    {"summary", json::object()}, {"overdue", list},
                    {"due_soon", none},          {"limits_overdue", none},
                    {"limits_due_soon", list},   {"alerts_raised", none},
                    {"faults", json::array()},   {"history", {{"digest", "dd"}}}};
  office.store.write([&](engine::Writing& writing) {
    REQUIRE(writing.put_night({engine::parse_date("2020-05-19"), office.clock.at, {}, "host/1/1", report.dump()}));
  });
  const auto wang = office.signed_in("wang");
  CHECK(json_of(office.get(wang, "/api/v1/nights"))["nights"][0]["overdue"] == 1);
  CHECK(json_of(office.get(wang, "/api/v1/nights"))["nights"][0]["open"].is_null());
  const auto night = json_of(office.get(wang, "/api/v1/nights/2020-05-19"));
  REQUIRE(night["overdue"]["rows"].size() == 1);
  CHECK(night["overdue"]["rows"][0]["case"] == "甲1");
  CHECK(night["overdue"]["count"] == 1);
  for (const auto* part : {"summary", "alerts_raised"}) CHECK_FALSE(night.contains(part));
  CHECK(night["limits_due_soon"]["rows"].size() == 1);
  CHECK(office.get(wang, "/api/v1/nights/2020-05-18").status() == 404);
  CHECK(office.get(wang, "/api/v1/nights/x").status() == 404);
}

TEST_CASE("the history is verified from the browser") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  office.arrive(wang);
  const auto found = json_of(office.post(wang, "/api/v1/verify", json::object()));
  CHECK(found["ok"] == true);
  CHECK(found["entries"].is_null());
  CHECK(found["head"].get<std::string>().size() == 64);
  office.store.write([](engine::Writing& writing) {
    for (auto person : writing.people())
      if (person.id == "wang") {
        person.roles = {"auditor"};
        writing.put_person(person);
      }
  });
  CHECK(json_of(office.post(office.signed_in("wang"), "/api/v1/verify", json::object()))["entries"] == 1);
}

TEST_CASE("a promise that is past due and still open is no late one, until it is kept") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  office.clock.at += std::chrono::hours(2);
  const auto month = [&] { return json_of(office.get(office.signed_in("wang"), "/api/v1/figures"))["months"][0]; };
  CHECK(month() == json{{"month", "2020-05"},
                        {"centre", "town"},
                        {"deadline", "reception"},
                        {"on_time", 0},
                        {"late", 0},
                        {"overdue", 1}});
  const auto again = office.signed_in("wang");
  const json fields{{"manner", "face"}, {"late_reason", "停电"}};
  REQUIRE(office.post(again, "/api/v1/cases/" + id + "/steps/receive", {{"fields", fields}}, "1").status() == 200);
  CHECK(month()["late"] == 1);
  CHECK(month()["overdue"] == 0);
}

TEST_CASE("the figures come as a table for a spreadsheet, in which nothing is a formula") {
  AnOffice office;
  office.store.write([&](engine::Writing& writing) {
    for (auto centre : writing.centres())
      if (centre.id == "town") {
        centre.name = "=1+1, \"甲\"";
        writing.put_centre(centre);
      }
  });
  const auto wang = office.signed_in("wang");
  office.arrive(wang);
  office.clock.at += std::chrono::hours(2);
  const auto answer = office.get(office.signed_in("wang"), "/api/v1/figures/table");
  CHECK(answer.header("Content-Type") == "text/csv; charset=utf-8");
  CHECK(answer.header("Content-Disposition") == "attachment; filename=\"figures.csv\"");
  CHECK(answer.bytes() ==
        "\xEF\xBB\xBFmonth,centre,centre_name,deadline,deadline_name,on_time,late,overdue\r\n"
        "2020-05,town,\"'=1+1, \"\"甲\"\"\",reception,reception,0,0,1\r\n");
}

TEST_CASE("the page of a case names who speaks for all, its claims, and what others have to do") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto answer = office.post(wang, "/api/v1/cases",
                                  {{"fields",
                                    {{"channel", "visit"},
                                     {"party", "张某某"},
                                     {"parties", {"李某", "陈某", "赵某某", "钱某"}},
                                     {"representatives", {"张某某", "李某"}},
                                     {"about", "欠薪"}}}});
  INFO(answer.bytes());
  REQUIRE(answer.status() == 201);
  const auto target = "/api/v1/cases/" + json_of(answer)["id"].get<std::string>();
  const auto page = json_of(office.get(wang, target));
  CHECK(page["representatives"] == json{"张某某", "李某"});
  for (const auto* list : {"mediators", "tasks", "questions", "claims", "absorbed"}) CHECK(page[list].is_array());
  CHECK(page["responsible"].is_null());
  CHECK(office.get(office.signed_in("zhao"), target).bytes().find("张某某") == std::string_view::npos);
}

TEST_CASE("who is to answer a question or has a task sees it, with its number, until it is done") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto zhao = office.signed_in("zhao");
  const auto id = office.arrive(wang);
  const auto take = [&](const Browser& who, const std::string& step, const json& fields) {
    const auto revision = json_of(office.get(wang, "/api/v1/cases/" + id))["revision"].get<int>();
    const auto answer =
        office.post(who, "/api/v1/cases/" + id + "/steps/" + step, {{"fields", fields}}, std::to_string(revision));
    INFO(answer.bytes());
    REQUIRE(answer.status() == 200);
  };
  const auto duties = [&](const Browser& who) { return json_of(office.get(who, "/api/v1/me/duties"))["duties"]; };
  const auto question = [](const char* text, const char* who) {
    return json{{"question", text}, {"answerer", who}, {"due", "2020-05-21T17:00:00+08:00"}};
  };
  take(wang, "receive", {{"manner", "face"}});
  take(wang, "question", question("多久能办好", "wang"));
  take(wang, "question", question("要带什么", "zhao"));
  const auto asked = duties(zhao);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0]["number"] == 2);
  CHECK(asked[0]["step"] == "answer");
  CHECK(asked[0]["id"] == id);
  CHECK(asked[0]["text"] == "**");  // a supervisor needs no names, and a text may hold them
  CHECK(duties(wang)[0]["text"] == "多久能办好");
  CHECK(duties(office.signed_in("sun")).empty());
  take(zhao, "answer", {{"question_no", 2}, {"answer", "身份证"}});
  CHECK(duties(zhao).empty());
  take(wang, "sort", {{"duplicate_checked", true}, {"type", "neighbour"}, {"risk", "blue"}, {"scale", "single"}});
  take(wang, "invite", {{"unit", "住建所"}, {"to", "sun"}, {"what", "看房屋"}});
  const auto task = duties(office.signed_in("sun"));  // a task lets its person see the case, wherever they are
  REQUIRE(task.size() == 1);
  CHECK(task[0]["number"] == 1);
  CHECK(task[0]["step"] == "report_task");
}

TEST_CASE("a refusal names what was asked for as the page does, never by an option of the command line") {
  AnOffice office;
  const auto id = office.arrive(office.signed_in("wang"));
  office.clock.at += std::chrono::minutes(31);
  const auto wang = office.signed_in("wang");
  const auto step = "/api/v1/cases/" + id + "/steps/receive";
  const auto late = json_of(office.post(wang, step, {{"fields", json::object()}}, "1"));
  CHECK(late["field"] == "late_reason");
  const auto missing = json_of(office.post(wang, "/api/v1/cases", {{"fields", json::object()}}));
  CHECK(missing["field"] == "channel");
  const auto wrong = json_of(office.post(wang, step, {{"fields", {{"manner", "shouting"}}}}, "1"));
  CHECK(wrong["field"] == "manner");
  const auto token = json_of(office.post(wang, "/api/v1/me/tokens", json::object()));
  const auto none = json_of(office.get(wang, "/api/v1/cases/999"));
  for (const auto& refused : {late, missing, wrong, token, none}) {
    const auto text = refused["detail"].get<std::string>();
    INFO(text);
    CHECK(text.find("--") == std::string::npos);
    CHECK(text.find("maotiao") == std::string::npos);
  }
}

}  // namespace web
