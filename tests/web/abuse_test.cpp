// What must not happen, tried on the real server over the real application: whatever one sends, others are answered.
#include "tests/web/a_server.hpp"
#include "tests/web/an_office.hpp"

#include <catch2/catch.hpp>

namespace web {
namespace {

using nlohmann::json;

const std::string host = "Host: centre\r\n";
const std::string closing = host + "Connection: close\r\n";

std::string with(const Browser& browser) {
  return closing + "Cookie: " + browser.cookie + "\r\nX-CSRF-Token: " + browser.csrf + "\r\n";
}

std::string step(const Browser& browser, const std::string& id, const std::string& body, const std::string& more = {}) {
  return "POST /api/v1/cases/" + id + "/steps/receive HTTP/1.1\r\n" + with(browser) + "If-Match: \"1\"\r\n" + more +
         "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string body_in(const std::string& answer) { return answer.substr(answer.find("\r\n\r\n") + 4); }

}  // namespace

TEST_CASE("overlong UTF-8, surrogates and other spellings of a path are refused") {
  Mirror mirror;
  const Served served(mirror);
  for (const auto* target :
       {"/%c0%ae%c0%ae/etc", "/%e0%80%af", "/%ed%a0%80", "/%f8%88%80%80%80", "/a/%2E%2e/b", "/.%2e/b", "/%2e./b",
        "https://centre/api", "//centre/%2e%2e/api", "/a?b=%c0%80", "\\..\\etc"}) {
    INFO(target);
    CHECK(status_in(exchange(served.port(), "GET " + std::string(target) + " HTTP/1.1\r\n" + closing + "\r\n")) == 400);
  }
}

TEST_CASE("lengths that lie, or are none, are refused and nothing after them is a request") {
  Mirror mirror;
  const Served served(mirror);
  for (const auto* head : {"Content-Length: -1\r\n", "Content-Length: 4, 5\r\n", "Content-Length: 0x4\r\n",
                           "Content-Length: 4\r\nContent-Length: 4x\r\n", "Content-Length: 99999999999999999999\r\n",
                           "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n"}) {
    INFO(head);
    const auto answers = exchange(
        served.port(), "POST / HTTP/1.1\r\n" + host + head + "\r\ntextGET /inner HTTP/1.1\r\n" + closing + "\r\n");
    CHECK(answers.find("inner") == std::string::npos);
    const auto status = status_in(answers);
    CHECK((status == 400 || status == 413));
  }
}

TEST_CASE("chunks that lie are refused") {
  Mirror mirror;
  const Served served(mirror);
  for (const auto* chunks : {"zz\r\ntext\r\n0\r\n\r\n", "-4\r\ntext\r\n0\r\n\r\n", "4\r\ntextX\r\n0\r\n\r\n",
                             "ffffffffffffffff1\r\ntext\r\n0\r\n\r\n"}) {
    INFO(chunks);
    const auto answer =
        exchange(served.port(), "POST / HTTP/1.1\r\n" + closing + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
    CHECK(status_in(answer) >= 400);
  }
}

TEST_CASE("a client that waits for the go-ahead gets it once, and its body is read") {
  Mirror mirror;
  const Served served(mirror);
  const Line line(served.port());
  line.send("POST /a HTTP/1.1\r\n" + closing + "Expect: 100-continue\r\nContent-Length: 4\r\n\r\n");
  CHECK(line.until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
  line.send("text");
  CHECK(line.rest().ends_with("POST|a|text"));
}

TEST_CASE("other protocols, tunnels and unknown methods are nothing the API does") {
  AnOffice office;
  const Served served(office.window);
  const auto ask = [&](const std::string& line, const std::string& more = {}) {
    return status_in(exchange(served.port(), line + " HTTP/1.1\r\n" + closing + more + "\r\n"));
  };
  CHECK(ask("CONNECT centre:443") == 400);
  CHECK(ask("OPTIONS *") == 400);
  for (const auto* method : {"TRACE", "PATCH", "PROPFIND", "BREW", "get"}) {
    INFO(method);
    const auto status = ask(std::string(method) + " /");
    CHECK((status == 405 || status == 400));
  }
  CHECK(ask("GET /healthz", "Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n") != 101);
  CHECK(ask("GET /", "Upgrade: websocket\r\nSec-WebSocket-Key: eA==\r\nSec-WebSocket-Version: 13\r\n") != 101);
}

TEST_CASE("a head asked of an event stream is a head, and the connection goes on") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const Served served(office.window);
  for (const auto* target : {"/api/v1/events", "/api/v1/events?after=0&wait=20"}) {
    INFO(target);
    const auto answer = exchange(served.port(), "HEAD " + std::string(target) + " HTTP/1.1\r\n" + with(wang) + "\r\n");
    CHECK(status_in(answer) == 200);
    CHECK(body_in(answer).empty());
  }
}

TEST_CASE("a step without the session's mark, or from another site's form, changes nothing") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  const Served served(office.window);
  const Browser bare{wang.cookie, "0000"};
  const auto foreign =
      exchange(served.port(), step(bare, id, R"({"fields":{}})", "Origin: https://elsewhere.example\r\n"));
  CHECK(status_in(foreign) == 403);
  auto form = step(wang, id, "fields=%7B%7D");
  form.replace(form.find("application/json"), 16, "text/plain");
  CHECK(status_in(exchange(served.port(), form)) == 400);
  CHECK(json_of(office.get(wang, "/api/v1/cases/" + id))["revision"] == 1);
  CHECK(status_in(exchange(served.port(), step(wang, id, R"({"fields":{}})"))) == 200);
}

TEST_CASE("a cookie that was signed out, cut, lengthened or doubled opens nothing") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const Served served(office.window);
  const auto status = [&](const std::string& cookie) {
    return status_in(
        exchange(served.port(), "GET /api/v1/session HTTP/1.1\r\n" + closing + "Cookie: " + cookie + "\r\n\r\n"));
  };
  const auto session = wang.cookie.substr(0, wang.cookie.find(';'));
  REQUIRE(status(session) == 200);
  CHECK(status(session.substr(0, session.size() - 1)) == 401);
  CHECK(status(session + "0") == 401);
  CHECK(status("maotiao_session=; " + session) == 401);
  CHECK(status("maotiao_session=" + std::string(8000, 'a')) == 401);
  const auto out = exchange(served.port(), "DELETE /api/v1/session HTTP/1.1\r\n" + with(wang) + "\r\n");
  CHECK(status_in(out) == 204);
  CHECK(status(session) == 401);
}

TEST_CASE("line ends and script in any field come back as text in JSON, never as a header or a page") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const Served served(office.window);
  const std::string evil = "<script>alert(1)</script>\r\nSet-Cookie: a=b\r\n\r\n'; DROP TABLE history; --";
  const auto body = json{{"fields", {{"channel", "visit"}, {"party", "张某某"}, {"about", evil}}}}.dump();
  const auto made =
      exchange(served.port(), "POST /api/v1/cases HTTP/1.1\r\n" + with(wang) + "Content-Type: application/json\r\n" +
                                  "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  INFO(made);
  REQUIRE((status_in(made) == 201 || status_in(made) == 400));
  for (const auto* target : {"/api/v1/cases?all=1", "/api/v1/board", "/api/v1/cases/%0d%0aSet-Cookie%3a%20a=b",
                             "/api/v1/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/api/v1/cases?state=%3Cscript%3E"}) {
    INFO(target);
    const auto answer = exchange(served.port(), "GET " + std::string(target) + " HTTP/1.1\r\n" + with(wang) + "\r\n");
    const auto head = answer.substr(0, answer.find("\r\n\r\n"));
    CHECK(head.find("Set-Cookie") == std::string::npos);
    CHECK(head.find("text/html") == std::string::npos);
    CHECK(head.find("X-Content-Type-Options: nosniff") != std::string::npos);
    CHECK((status_in(answer) == 400 || json::accept(body_in(answer))));
  }
}

TEST_CASE("the clock set back while serving: sessions stand, steps are taken, nothing falls due twice") {
  AnOffice office;
  const auto wang = office.signed_in("wang");
  const auto id = office.arrive(wang);
  office.clock.at -= std::chrono::hours(2);
  CHECK(office.get(wang, "/api/v1/session").status() == 200);
  CHECK(office.get(wang, "/api/v1/board").status() == 200);
  const auto shown = json_of(office.get(wang, "/api/v1/cases/" + id));
  CHECK(shown["deadlines"][0]["due"] == "2020-05-20T10:30:00+08:00");
  const auto refused = office.post(wang, "/api/v1/cases/" + id + "/steps/receive", {{"fields", json::object()}}, "1");
  INFO(refused.bytes());
  CHECK(refused.status() != 500);
  office.clock.at += std::chrono::hours(2) + std::chrono::minutes(5);
  if (refused.status() != 200)
    CHECK(office.post(wang, "/api/v1/cases/" + id + "/steps/receive", {{"fields", json::object()}}, "1").status() ==
          200);
}

}  // namespace web
