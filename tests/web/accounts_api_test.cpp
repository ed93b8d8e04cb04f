#include "tests/web/an_office.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace web {
namespace {

using nlohmann::json;

Answer erase(AnOffice& office, const Browser& browser, std::string_view target) {
  return office.ask(request("DELETE", target, browser));
}

Request with_token(std::string method, std::string_view target, const std::string& token) {
  auto made = request(std::move(method), target);
  made.headers.push_back({"Authorization", "Bearer " + token});
  made.headers.push_back({"Content-Type", "application/json"});
  return made;
}

Browser signed_in_with(AnOffice& office, const char* login, const char* password) {
  auto asked = request("POST", "/api/v1/session");
  asked.headers.push_back({"Content-Type", "application/json"});
  asked.body = json{{"login", login}, {"password", password}}.dump();
  const auto in = office.ask(asked);
  REQUIRE(in.status() == 200);
  return {std::string(in.header("Set-Cookie").substr(0, in.header("Set-Cookie").find(';'))), json_of(in)["csrf"]};
}

}  // namespace

TEST_CASE("a person sees the own sessions and ends one of them, and nobody else's") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto phone = signed_in_with(office, "wang", "a long made-up phrase");
  const auto zhao = office.signed_in("zhao");
  const auto sessions = json_of(office.get(wang, "/api/v1/me/sessions"))["sessions"];
  REQUIRE(sessions.size() == 2);
  CHECK(std::ranges::count(sessions, true, [](const json& one) { return one["current"].get<bool>(); }) == 1);
  const auto other = std::ranges::find(sessions, false, [](const json& one) { return one["current"].get<bool>(); });
  const auto target = "/api/v1/me/sessions/" + (*other)["id"].get<std::string>();
  CHECK(erase(office, zhao, target).status() == 404);
  CHECK(office.get(phone, "/api/v1/board").status() == 200);
  CHECK(erase(office, wang, target).status() == 204);
  CHECK(office.get(phone, "/api/v1/board").status() == 401);
  CHECK(erase(office, wang, target).status() == 404);
}

TEST_CASE("a person makes a token that does no more than the person, sees it once, and ends it") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  CHECK(office.post(wang, "/api/v1/me/tokens", {{"scope", "read"}}).status() == 400);
  CHECK(office.post(wang, "/api/v1/me/tokens", {{"name", "x"}, {"until", "2020-05-01"}}).status() == 400);
  CHECK(office.post(wang, "/api/v1/me/tokens", {{"name", "x"}, {"scope", "all"}}).status() == 400);
  const auto answer = office.post(wang, "/api/v1/me/tokens", {{"name", "台账"}, {"person", "boss"}});
  INFO(answer.bytes());
  REQUIRE(answer.status() == 201);
  const auto made = json_of(answer);
  CHECK(made["person"] == "wang");
  CHECK(made["scope"] == "read");
  CHECK(made["expires_at"] == "2020-08-18T10:00:00+08:00");
  const auto secret = made["token"].get<std::string>();
  const auto listed = office.get(wang, "/api/v1/me/tokens");
  CHECK(json_of(listed)["tokens"].size() == 1);
  CHECK(listed.bytes().find(secret) == std::string_view::npos);
  CHECK(office.ask(with_token("GET", "/api/v1/board", secret)).status() == 200);
  CHECK(office.ask(with_token("GET", "/api/v1/accounts", secret)).status() == 403);
  auto step = with_token("POST", "/api/v1/cases", secret);
  step.body = "{}";
  CHECK(office.ask(step).status() == 403);
  CHECK(erase(office, wang, "/api/v1/me/tokens/" + made["id"].get<std::string>()).status() == 204);
  CHECK(office.ask(with_token("GET", "/api/v1/board", secret)).status() == 401);
}

TEST_CASE("a token makes no tokens") {
  AnOffice office;
  const auto boss = office.signed_in("boss");
  const auto secret =
      json_of(office.post(boss, "/api/v1/me/tokens", {{"name", "x"}, {"scope", "write"}}))["token"].get<std::string>();
  for (const auto* target : {"/api/v1/me/tokens", "/api/v1/tokens"}) {
    auto asked = with_token("POST", target, secret);
    asked.body = json{{"name", "y"}, {"person", "boss"}}.dump();
    CHECK(json_of(office.ask(asked))["code"] == "token_makes_none");
  }
}

TEST_CASE("an administrator gives a first password, ends sessions, locks and unlocks, and all of it is recorded") {
  AnOffice office;
  const auto boss = office.signed_in("boss");
  const auto wang = office.signed_in("wang");
  const auto line = [&](const char* key) {
    const auto accounts = json_of(office.get(boss, "/api/v1/accounts"))["accounts"];
    return (
        *std::ranges::find(accounts, "wang", [](const json& one) { return one["person"].get<std::string>(); }))[key];
  };
  CHECK(line("password") == true);
  CHECK(line("sessions") == 1);
  CHECK(erase(office, boss, "/api/v1/accounts/wang/sessions").status() == 204);
  CHECK(office.get(wang, "/api/v1/board").status() == 401);
  CHECK(office.post(boss, "/api/v1/accounts/wang/password", {{"password", "short"}}).status() == 400);
  CHECK(office.post(boss, "/api/v1/accounts/wang/password", {{"password", "another first phrase"}}).status() == 204);
  CHECK(line("must_change") == true);
  CHECK(json_of(office.get(boss, "/api/v1/accounts/wang/sessions"))["sessions"].empty());
  CHECK(office.post(boss, "/api/v1/accounts/wang/unlock", json::object()).status() == 204);
  CHECK(office.post(boss, "/api/v1/accounts/wang/lock", json::object()).status() == 204);
  CHECK(line("locked") == true);
  CHECK(line("password") == false);
  const auto audit = json_of(office.get(boss, "/api/v1/audit"));
  std::vector<std::string> acts;
  for (const auto& act : audit["acts"])
    if (act["about"] == "wang") acts.push_back(act["action"]);
  CHECK(acts == std::vector<std::string>{"lock", "unlock", "password", "end_sessions", "password"});
  CHECK(audit["attempts"][0]["reason"] == "password_too_short wang");
  CHECK(audit["attempts"][0]["reason_label"] == "the password is too short (wang)");
  CHECK(audit["attempts"][0]["action_label"] == "administering accounts");
}

TEST_CASE("an administrator's hand ends at the own centres, and who is none has no hand at all") {
  AnOffice office;
  const auto boss = office.signed_in("boss");
  const auto wang = office.signed_in("wang");
  const auto accounts = json_of(office.get(boss, "/api/v1/accounts"))["accounts"];
  CHECK(std::ranges::none_of(accounts, [](const json& one) { return one["centre"] == "other"; }));
  struct Act {
    const char *method, *target;
  };
  for (const auto& act : {Act{"POST", "/api/v1/accounts/sun/password"},
                          {"POST", "/api/v1/accounts/sun/lock"},
                          {"POST", "/api/v1/accounts/sun/unlock"},
                          {"GET", "/api/v1/accounts/sun/sessions"},
                          {"DELETE", "/api/v1/accounts/sun/sessions"},
                          {"POST", "/api/v1/tokens"}}) {
    INFO(act.method << " " << act.target);
    for (const auto& [browser, status] : {std::pair{boss, 404}, std::pair{wang, 403}}) {
      auto asked = request(act.method, act.target, browser);
      asked.headers.push_back({"Content-Type", "application/json"});
      asked.body = json{{"password", "a phrase for another"}, {"person", "sun"}, {"name", "x"}}.dump();
      std::size_t before = 0, after = 0;
      office.store.read([&](engine::Reading& reading) { before = reading.attempts().size(); });
      CHECK(office.ask(asked).status() == status);
      office.store.read([&](engine::Reading& reading) { after = reading.attempts().size(); });
      CHECK(after == before + 1);
    }
  }
}

TEST_CASE("the audit trail is shown by reach") {
  AnOffice office;
  const auto boss = office.signed_in("boss");
  static_cast<void>(office.signed_in("sun"));
  CHECK(office.get(office.signed_in("wang"), "/api/v1/audit").status() == 403);
  const auto audit = json_of(office.get(office.signed_in("zhao"), "/api/v1/audit"));
  CHECK(std::ranges::none_of(audit["acts"], [](const json& act) { return act["about"] == "sun"; }));
  CHECK(std::ranges::any_of(audit["attempts"], [](const json& one) { return one["person"] == "wang"; }));
}

}  // namespace web
