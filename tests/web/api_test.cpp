#include "tests/web/an_office.hpp"
#include "web/api/metrics.hpp"
#include "web/api/routes.hpp"
#include "workflows/roles.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

namespace web {
namespace {

using nlohmann::json;

std::string code_of(const Answer& answer) { return json_of(answer)["code"]; }

constexpr const char* night_report =
    R"({"as_of":"","missed_from":null,"open":0,"history":{"digest":""},"faults":[],"overdue":{"count":0,"rows":[]},)"
    R"("due_soon":{"count":0,"rows":[]},"limits_overdue":{"count":0,"rows":[]}})";

std::string concrete(std::string_view path, const std::string& id) {
  auto text = "/api/v1/" + std::string(path);
  if (path.ends_with("deadlines/*/*")) return "/api/v1/cases/" + id + "/deadlines/reception/1";
  if (path == "nights/*") return "/api/v1/nights/2020-05-19";
  if (path == "accounts/*/sessions") return "/api/v1/accounts/wang/sessions";
  if (path == "due") return "/api/v1/due?rule=plan&start=2020-05-20T09:00:00%2B08:00";
  if (path.ends_with("steps/*")) return "/api/v1/cases/" + id + "/steps/receive";
  if (const auto star = text.find('*'); star != std::string::npos) text.replace(star, 1, id);
  return text;
}

}  // namespace

TEST_CASE("nothing but the session itself is told to who has not signed in") {
  AnOffice office;
  for (const auto& route : routes()) {
    INFO(route.path);
    CHECK(office.ask(request(std::string(route.method), concrete(route.path, "x"))).status() == 401);
  }
}

TEST_CASE("every reading of the API answers who may have it") {
  AnOffice office;
  office.store.write([&](engine::Writing& writing) {
    for (auto person : writing.people())
      if (person.id == "wang") {
        for (const auto& role : workflows::roles()) person.roles.emplace_back(role.name);
        writing.put_person(person);
      }
    writing.put_night({engine::parse_date("2020-05-19"), office.clock.at, {}, "host/1/1", night_report});
  });
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  for (const auto& route : routes()) {
    if (route.method != "GET") continue;
    const auto target = concrete(route.path, id);
    INFO(target);
    const auto answer = office.get(wang, target);
    INFO(answer.bytes());
    CHECK(answer.status() == 200);
    if (answer.header("Content-Type") == "application/json")
      CHECK((json_of(answer).is_object() || json_of(answer).is_array()));
  }
}

TEST_CASE("a case is registered, shown with its clocks and its path, and received") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  const auto shown = office.get(wang, "/api/v1/cases/" + id);
  CHECK(shown.header("ETag") == "\"1\"");
  const auto page = json_of(shown);
  CHECK(page["state"] == "arrived");
  CHECK(page["deadlines"][0]["deadline"] == "reception");
  CHECK(page["deadlines"][0]["due"] == "2020-05-20T10:30:00+08:00");
  CHECK(page["deadlines"][0]["remaining_seconds"] == 1800);
  CHECK(page["path"][0]["current"] == true);
  const auto taken = office.post(wang, "/api/v1/cases/" + id + "/steps/receive", {{"fields", json::object()}}, "1");
  INFO(taken.bytes());
  CHECK(taken.status() == 200);
  CHECK(json_of(taken)["state"] == "received");
  CHECK(json_of(taken)["holder"] == "wang");
  CHECK(json_of(office.get(wang, "/api/v1/cases/" + id + "/history"))["history"].size() == 2);
}

TEST_CASE("a form that is stale, or does not say what it was made from, changes nothing") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  const auto step = "/api/v1/cases/" + id + "/steps/receive";
  CHECK(office.post(wang, step, {{"fields", json::object()}}).status() == 428);
  CHECK(office.post(wang, step, {{"fields", json::object()}}, "7").status() == 412);
  CHECK(office.post(wang, step, {{"fields", json::object()}}, "1x").status() == 400);
  CHECK(json_of(office.get(wang, "/api/v1/cases/" + id))["revision"] == 1);
}

TEST_CASE("a step that is not possible is refused with what is possible instead") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  const auto refused = office.post(wang, "/api/v1/cases/" + id + "/steps/close", {{"fields", json::object()}}, "1");
  CHECK(refused.status() == 409);
  CHECK(refused.header("Content-Type") == "application/problem+json");
  const auto possible = json_of(refused)["possible"].get<std::vector<std::string>>();
  CHECK(std::ranges::find(possible, "receive") != possible.end());
  CHECK(office.post(wang, "/api/v1/cases/" + id + "/steps/lapse", {}, "1").status() == 404);
  CHECK(office.post(wang, "/api/v1/cases/" + id + "/steps/arrive", {}, "1").status() == 404);
}

TEST_CASE("what a late step says of its limit, and that it needs a reason, is told before it is taken") {
  AnOffice office;
  const auto id = office.arrive(office.signed_in("wang"));
  office.clock.at += std::chrono::minutes(31);
  const auto wang = office.signed_in("wang");
  const auto clock = json_of(office.get(wang, "/api/v1/cases/" + id))["deadlines"][0];
  CHECK(clock["light"] == "red");
  CHECK(clock["late_reason_needed"] == true);
  CHECK(clock["remaining_seconds"] == -60);
  const auto step = "/api/v1/cases/" + id + "/steps/receive";
  CHECK(code_of(office.post(wang, step, {{"fields", json::object()}}, "1")) == "late_reason_needed");
  CHECK(office.post(wang, step, {{"fields", {{"late_reason", "停电"}}}}, "1").status() == 200);
}

TEST_CASE("a write without the session's own mark is refused and recorded") {
  AnOffice office;
  auto wang = office.signed_in("wang");
  for (const auto* csrf : {"", "0000000000000000000000000000000000000000000000000000000000000000"}) {
    wang.csrf = csrf;
    const auto refused = office.post(wang, "/api/v1/cases", {{"fields", json::object()}});
    CHECK(refused.status() == 403);
    CHECK(code_of(refused) == "csrf");
  }
  std::vector<engine::Attempt> attempts;
  office.store.read([&](engine::Reading& reading) { attempts = reading.attempts(); });
  CHECK(std::ranges::any_of(attempts, [](const engine::Attempt& attempt) { return attempt.person == "wang"; }));
}

TEST_CASE("signing out without the session's own mark is refused, and ends nothing") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto refused = office.ask(request("DELETE", "/api/v1/session", {wang.cookie, ""}));
  CHECK(refused.status() == 403);
  CHECK(code_of(refused) == "csrf");
  CHECK(refused.header("Set-Cookie").empty());
  CHECK(office.get(wang, "/api/v1/board").status() == 200);
  CHECK(office.ask(request("DELETE", "/api/v1/session", wang)).status() == 204);
  CHECK(office.get(wang, "/api/v1/board").status() == 401);
  CHECK(office.ask(request("DELETE", "/api/v1/session")).status() == 204);
}

TEST_CASE("a replayed or forged cookie is nobody") {
  AnOffice office;
  auto wang = office.signed_in("wang");
  auto leaving = request("DELETE", "/api/v1/session", wang);
  CHECK(office.ask(leaving).status() == 204);
  CHECK(office.get(wang, "/api/v1/board").status() == 401);
  CHECK(office.get({"maotiao_session=" + std::string(64, 'a'), {}}, "/api/v1/board").status() == 401);
  CHECK(office.get({"maotiao_session=' OR 1=1 --", {}}, "/api/v1/board").status() == 401);
}

TEST_CASE("the case of another centre sounds like no case at all, and the attempt is recorded") {
  AnOffice office;
  const auto id = office.arrive(office.signed_in("sun"));
  const auto wang = office.signed_in("wang");
  const auto hidden = office.get(wang, "/api/v1/cases/" + id);
  const auto unknown = office.get(wang, "/api/v1/cases/" + std::string(id.size(), '0'));
  CHECK(hidden.status() == 404);
  CHECK(unknown.status() == 404);
  CHECK(code_of(hidden) == code_of(unknown));
  for (const auto* part : {"/next", "/history", "/deadlines/reception/1"})
    CHECK(office.get(wang, "/api/v1/cases/" + id + part).status() == 404);
  CHECK(office.post(wang, "/api/v1/cases/" + id + "/steps/receive", {}, "1").status() == 404);
  CHECK(json_of(office.get(wang, "/api/v1/cases"))["cases"].empty());
  CHECK(json_of(office.get(wang, "/api/v1/board"))["rows"].empty());
  CHECK(json_of(office.get(wang, "/api/v1/deadlines"))["deadlines"].empty());
  std::vector<engine::Attempt> attempts;
  office.store.read([&](engine::Reading& reading) { attempts = reading.attempts(); });
  CHECK(attempts.size() >= 5);
}

TEST_CASE("who listens is told that something moved, and which cases only where they may be seen") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto sun = office.signed_in("sun");
  const auto towns = office.arrive(wang);
  const auto others = office.arrive(sun);
  const auto heard = [&](const Browser& browser) {
    return office.window.may_hear(request("GET", "/api/v1/events", browser), {2, {others, towns}, false}).value();
  };
  CHECK(heard(wang).cases == std::vector{towns});
  CHECK(heard(sun).cases == std::vector{others});
  CHECK(heard(sun).position == 2);
  const std::vector<std::string> many(1000, others);
  const auto listening = request("GET", "/api/v1/events", wang);
  CHECK(office.window.may_hear(listening, {1002, many, false})->all);
  CHECK(office.ask(request("DELETE", "/api/v1/session", wang)).status() == 204);
  CHECK_FALSE(office.window.may_hear(listening, {3, {}, false}));
}

TEST_CASE("a command that the role does not have is refused") {
  AnOffice office;
  const auto zhao = office.signed_in("zhao");
  const auto refused =
      office.post(zhao, "/api/v1/cases", {{"fields", {{"channel", "visit"}, {"party", "张某某"}, {"about", "欠薪"}}}});
  CHECK(refused.status() == 403);
  CHECK(code_of(refused) == "role");
}

TEST_CASE("script and SQL in a text are told back as the text they are") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const std::string text = "<script>alert(1)</script>'; DROP TABLE history; --";
  const auto answer =
      office.post(wang, "/api/v1/cases", {{"fields", {{"channel", "visit"}, {"party", text}, {"about", text}}}});
  REQUIRE(answer.status() == 201);
  CHECK(answer.header("Content-Type") == "application/json");
  CHECK(answer.header("X-Content-Type-Options") == "nosniff");
  const auto page = json_of(office.get(wang, "/api/v1/cases/" + json_of(answer)["id"].get<std::string>()));
  CHECK(page["subject"] == text);
}

TEST_CASE("who does not need the names does not get them") {
  AnOffice office;
  const auto id = office.arrive(office.signed_in("wang"));
  const auto zhao = office.signed_in("zhao");
  for (const auto* part : {"", "/history"}) {
    const auto answer = office.get(zhao, "/api/v1/cases/" + id + part);
    CHECK(answer.status() == 200);
    CHECK(answer.bytes().find("张某某") == std::string_view::npos);
    CHECK(answer.bytes().find("欠薪") == std::string_view::npos);
  }
}

TEST_CASE("a body that is no JSON object, or not told to be JSON, is refused in a sentence") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  for (const auto* body : {"", "[]", "{", "null", "{\"fields\":[]}", "{\"fields\":{\"about\":\"\xff\"}}"}) {
    auto asked = request("POST", "/api/v1/cases", wang);
    asked.headers.push_back({"Content-Type", "application/json"});
    asked.body = body;
    INFO(body);
    CHECK(office.ask(asked).status() == 400);
  }
  auto plain = request("POST", "/api/v1/cases", wang);
  plain.headers.push_back({"Content-Type", "text/plain"});
  plain.body = "{}";
  CHECK(office.ask(plain).status() == 400);
  auto deep = request("POST", "/api/v1/cases", wang);
  deep.headers.push_back({"Content-Type", "application/json"});
  for (int n = 0; n < 50'000; ++n) deep.body += "{\"a\":";
  CHECK(office.ask(deep).status() == 400);
}

TEST_CASE("a path that is not there, and a method that a path does not take, are told apart") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  CHECK(office.get(wang, "/api/v1/nothing").status() == 404);
  CHECK(office.get(wang, "/api/v1/cases/a/b/c/d/e").status() == 404);
  const auto refused = office.ask(request("DELETE", "/api/v1/cases", wang));
  CHECK(refused.status() == 405);
  CHECK(refused.header("Allow") == "GET, POST");
}

TEST_CASE("the same question is answered in the language of who asks") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto words = [&](std::string_view query) {
    return json_of(office.get(wang, "/api/v1/words" + std::string(query)))["states"]["mediating"].get<std::string>();
  };
  CHECK(words("?lang=zh_CN") != words("?lang=en"));
  CHECK(words("") == words("?lang=en"));
}

TEST_CASE("every answer forbids what a page must not do") {
  AnOffice office;
  for (const auto* target : {"/", "/api/v1/session", "/healthz", "/assets/none.js"}) {
    const auto answer = office.ask(request("GET", target));
    CHECK(answer.header("Content-Security-Policy").starts_with("default-src 'none'"));
    CHECK(answer.header("X-Frame-Options") == "DENY");
    CHECK(answer.header("Referrer-Policy") == "no-referrer");
  }
  CHECK(office.window.refuse(413, {}).header("X-Content-Type-Options") == "nosniff");
}

TEST_CASE("a first password opens nothing but its own change") {
  AnOffice office;
  REQUIRE_FALSE(office.accounts.set_password(office.desk.actor("boss").value(), "wang", "the first phrase of all",
                                             office.clock.at));
  auto first = request("POST", "/api/v1/session");
  first.headers.push_back({"Content-Type", "application/json"});
  first.body = json{{"login", "wang"}, {"password", "the first phrase of all"}}.dump();
  const auto in = office.ask(first);
  REQUIRE(in.status() == 200);
  CHECK(json_of(in)["must_change"] == true);
  CHECK(json_of(in)["permitted"].empty());
  const Browser browser{std::string(in.header("Set-Cookie").substr(0, in.header("Set-Cookie").find(';'))),
                        json_of(in)["csrf"]};
  CHECK(code_of(office.get(browser, "/api/v1/board")) == "password_must_change");
}

TEST_CASE("a wrong password and an unknown name sound the same, and too many of them are slowed down") {
  AnOffice office;
  static_cast<void>(office.signed_in("wang"));
  const auto attempt = [&](const char* login) {
    auto asked = request("POST", "/api/v1/session");
    asked.headers.push_back({"Content-Type", "application/json"});
    asked.peer = "192.0.2.7";
    asked.body = json{{"login", login}, {"password", "not the right one"}}.dump();
    return office.ask(asked);
  };
  CHECK(attempt("wang").bytes() == attempt("nobody").bytes());
  int status = 401;
  for (int n = 0; n < 50 && status == 401; ++n) status = attempt("wang").status();
  CHECK(status == 429);
  CHECK_FALSE(attempt("wang").header("Retry-After").empty());
}

TEST_CASE(
    "cookies of a session are out of reach of scripts and other sites, and go over TLS alone where there is TLS") {
  AnOffice office;
  REQUIRE_FALSE(office.accounts.set_password(office.desk.actor("boss").value(), "wang", "the first phrase of all",
                                             office.clock.at));
  auto asked = request("POST", "/api/v1/session");
  asked.headers.push_back({"Content-Type", "application/json"});
  asked.secure = true;
  asked.body = json{{"login", "wang"}, {"password", "the first phrase of all"}}.dump();
  const auto cookie = std::string(office.ask(asked).header("Set-Cookie"));
  for (const auto* mark : {"HttpOnly", "SameSite=Strict", "Path=/", "Secure"})
    CHECK(cookie.find(mark) != std::string::npos);
}

TEST_CASE("a browser that came over TLS is told to keep to it, also by a proxy on this machine and by nobody else") {
  AnOffice office;
  constexpr auto* told = "Strict-Transport-Security";
  auto asked = request("GET", "/healthz");
  CHECK(office.ask(asked).header(told).empty());
  asked.headers.push_back({"X-Forwarded-Proto", "https"});
  CHECK(office.ask(asked).header(told) == "max-age=31536000");
  CHECK(office.window.refuse(503, asked).header(told) == "max-age=31536000");
  asked.peer = "192.0.2.7";
  CHECK(office.ask(asked).header(told).empty());
  asked.headers.clear();
  asked.secure = true;
  CHECK(office.ask(asked).header(told) == "max-age=31536000");
  asked.path = {"api", "v1", "board"};
  CHECK(office.ask(asked).header(told) == "max-age=31536000");
  CHECK_FALSE(is_from_this_machine([] {
    auto proxied = request("GET", "/metrics");
    proxied.headers = {{"Host", "localhost"}, {"X-Forwarded-Proto", "http"}};
    return proxied;
  }()));
}

TEST_CASE("a day is decided only after it was shown what moves, and moves the limits that run") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  REQUIRE(office.post(wang, "/api/v1/cases/" + id + "/steps/receive", {{"fields", json::object()}}, "1").status() ==
          200);
  const auto due = [&] { return json_of(office.get(wang, "/api/v1/cases/" + id))["deadlines"][1]["due"]; };
  const auto before = due();
  const auto boss = office.signed_in("boss");
  const json day{{"date", "2020-05-21"}, {"open", false}, {"why", "停电"}};
  const auto shown = office.post(boss, "/api/v1/calendar/preview", day);
  INFO(shown.bytes());
  CHECK(shown.status() == 200);
  CHECK(json_of(shown)["count"] == 1);
  CHECK(due() == before);
  CHECK(office.post(wang, "/api/v1/calendar/days", day).status() == 403);
  CHECK(office.post(boss, "/api/v1/calendar/days", day).status() == 200);
  CHECK(due() > before);
}

TEST_CASE("the roster is kept for the own centre and those below, and nobody is put into another's") {
  AnOffice office;
  const auto boss = office.signed_in("boss");
  json person{{"id", "chen"}, {"name", "陈某"}, {"centre", "v01"}, {"roles", {"village_mediator"}}};
  CHECK(office.post(boss, "/api/v1/people", person).status() == 200);
  CHECK(office.post(boss, "/api/v1/people", person).status() == 409);
  person["id"] = "qian";
  person["centre"] = "other";
  CHECK(office.post(boss, "/api/v1/people", person).status() == 403);
  auto change = request("PUT", "/api/v1/people/sun", boss);
  change.headers.push_back({"Content-Type", "application/json"});
  change.body = R"({"roles":["director"]})";
  CHECK(office.ask(change).status() == 403);
}

TEST_CASE("what was sent twice under one key is done once, and gets the first answer again") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  const auto send = [&](std::string_view reason) {
    auto asked = request("POST", "/api/v1/cases/" + id + "/steps/receive", wang);
    asked.headers.insert(
        asked.headers.end(),
        {{"Content-Type", "application/json"}, {"If-Match", "\"1\""}, {"Idempotency-Key", "0190-a-key-of-the-page"}});
    asked.body = json{{"fields", {{"manner", reason}}}}.dump();
    return office.ask(asked);
  };
  const auto first = send("face");
  INFO(first.bytes());
  REQUIRE(first.status() == 200);
  const auto again = send("face");
  CHECK(again.status() == 200);
  CHECK(again.bytes() == first.bytes());
  CHECK(send("phone").status() == 422);
  CHECK(json_of(office.get(wang, "/api/v1/cases/" + id + "/history"))["history"].size() == 2);
  const auto next = office.post(wang, "/api/v1/cases/" + id + "/steps/sort",
                                {{"fields", {{"type", "neighbour"}, {"duplicate_checked", true}}}}, "2");
  INFO(next.bytes());
  REQUIRE(next.status() == 200);
  CHECK(send("face").bytes() == first.bytes());
}

TEST_CASE("a case that a step names beside its own is named as a person would, and only if it may be seen") {
  AnOffice office;
  const auto foreign = office.arrive(office.signed_in("sun"));
  const auto wang = office.signed_in("wang");
  const auto first = office.arrive(wang);
  const auto second = office.arrive(wang);
  const auto merge = [&](const std::string& into) {
    return office.post(wang, "/api/v1/cases/" + second + "/steps/merge",
                       {{"fields", {{"into", into}, {"reason", "同一纠纷"}}}}, "2");
  };
  for (const auto& id : {first, second})
    REQUIRE(office.post(wang, "/api/v1/cases/" + id + "/steps/receive", {{"fields", json::object()}}, "1").status() ==
            200);
  CHECK(merge(foreign).status() == 404);
  const auto merged = merge("1");
  INFO(merged.bytes());
  CHECK(merged.status() == 200);
}

TEST_CASE("the lights and the hall of the board stay the same whatever its list is narrowed to") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  static_cast<void>(office.arrive(wang));
  const auto whole = json_of(office.get(wang, "/api/v1/board"));
  const auto narrow = json_of(office.get(wang, "/api/v1/board?deadline=visit"));
  CHECK(whole["rows"].size() == 1);
  CHECK(narrow["rows"].empty());
  CHECK(whole["waiting"].size() == 1);
  CHECK(narrow["waiting"] == whole["waiting"]);
  CHECK(narrow["lights"] == whole["lights"]);
}

}  // namespace web
