#include "tests/web/an_office.hpp"

#include "web/http/target.hpp"

#include <catch2/catch.hpp>

namespace web {
namespace {

const std::string password = "a long made-up phrase";

engine::Person person(std::string id, std::string name, std::string centre, std::vector<std::string> roles) {
  engine::Person made;
  made.id = made.login = std::move(id);
  made.name = std::move(name);
  made.centre = std::move(centre);
  made.unit = "窗口";
  made.attendance = "resident";
  made.roles = std::move(roles);
  return made;
}

std::string pair_of(std::string_view set_cookie) { return std::string(set_cookie.substr(0, set_cookie.find(';'))); }

std::string cookies_in(const Answer& answer) {
  std::string cookies;
  for (const auto& header : answer.headers())
    if (header.name == "Set-Cookie") cookies += (cookies.empty() ? "" : "; ") + pair_of(header.value);
  return cookies;
}

}  // namespace

AnOffice::AnOffice() {
  store.write([&](engine::Writing& writing) {
    writing.put_centre({"town", "小站镇中心", "town", "", "town〔{year}〕{number:04}号", "({year}){number}", ""});
    writing.put_centre({"v01", "甲村中心", "village", "town", "v01〔{year}〕{number:04}号", "v01({year}){number}", ""});
    writing.put_centre({"other", "别镇中心", "town", "", "other〔{year}〕{number:04}号", "o({year}){number}", ""});
    writing.put_person(person("wang", "王某", "town", {"receptionist", "mediator"}));
    writing.put_person(person("zhao", "赵某", "town", {"supervisor"}));
    writing.put_person(person("sun", "孙某", "other", {"receptionist", "mediator"}));
    writing.put_person(person("boss", "主任某", "town", {"director", "administrator"}));
    writing.put_person(person("chief", "管理某", "other", {"director", "administrator"}));
  });
}

Browser AnOffice::signed_in(const std::string& id) {
  const auto by = desk.actor(id == "sun" || id == "chief" ? "chief" : "boss").value();
  REQUIRE_FALSE(accounts.set_password(by, id, "the first phrase of all", clock.at));
  auto first = request("POST", "/api/v1/session");
  first.headers.push_back({"Content-Type", "application/json"});
  first.body = nlohmann::json{{"login", id}, {"password", "the first phrase of all"}}.dump();
  const auto in = ask(first);
  REQUIRE(in.status() == 200);
  Browser browser{cookies_in(in), json_of(in)["csrf"]};
  const auto changed =
      post(browser, "/api/v1/session/password", {{"old", "the first phrase of all"}, {"new", password}});
  REQUIRE(changed.status() == 200);
  return {cookies_in(changed), json_of(changed)["csrf"]};
}

Answer AnOffice::get(const Browser& browser, std::string_view target) { return ask(request("GET", target, browser)); }

Answer AnOffice::post(const Browser& browser, std::string_view target, const nlohmann::json& body,
                      std::string_view revision) {
  auto asked = request("POST", target, browser);
  asked.headers.push_back({"Content-Type", "application/json"});
  if (!revision.empty()) asked.headers.push_back({"If-Match", "\"" + std::string(revision) + "\""});
  asked.body = body.dump();
  return ask(asked);
}

std::string AnOffice::arrive(const Browser& browser) {
  const auto answer =
      post(browser, "/api/v1/cases", {{"fields", {{"channel", "visit"}, {"party", "张某某"}, {"about", "欠薪"}}}});
  INFO(answer.bytes());
  REQUIRE(answer.status() == 201);
  return json_of(answer)["id"];
}

Request request(std::string method, std::string_view target, const Browser& browser) {
  Request made;
  made.method = std::move(method);
  REQUIRE(read_target(target, made));
  made.peer = "127.0.0.1";
  made.headers.push_back({"Accept-Language", "en"});
  if (!browser.cookie.empty()) made.headers.push_back({"Cookie", browser.cookie});
  if (!browser.csrf.empty()) made.headers.push_back({"X-CSRF-Token", browser.csrf});
  return made;
}

nlohmann::json json_of(const Answer& answer) { return nlohmann::json::parse(answer.bytes()); }

}  // namespace web
