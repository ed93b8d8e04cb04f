#include "engine/error.hpp"
#include "tests/web/a_server.hpp"

#include <catch2/catch.hpp>

namespace web {
namespace {

const std::string closing = "Host: centre\r\nConnection: close\r\n";

std::string get(std::string_view target, std::string_view more = {}) {
  return "GET " + std::string(target) + " HTTP/1.1\r\n" + closing + std::string(more) + "\r\n";
}

std::string post(std::string_view target, std::string_view more, std::string_view body) {
  return "POST " + std::string(target) + " HTTP/1.1\r\n" + closing + std::string(more) + "\r\n" + std::string(body);
}

bool ends(const std::string& text, std::string_view end) { return text.ends_with(end); }

}  // namespace

TEST_CASE("a request reaches the application with its path and query decoded") {
  Mirror mirror;
  const Served served(mirror);
  CHECK(ends(exchange(served.port(), get("/cases/%E5%8F%B7/x?a=1%202&b=")), "GET|cases|号|x|a=1 2|b=|"));
  CHECK(ends(exchange(served.port(), get("/")), "GET|"));
  CHECK(ends(exchange(served.port(), post("/a", "Content-Length: 4\r\n", "text")), "POST|a|text"));
}

TEST_CASE("several requests come on one line, also all at once, and are answered in their order") {
  Mirror mirror;
  const Served served(mirror);
  const Line line(served.port());
  line.send("GET /one HTTP/1.1\r\nHost: c\r\n\r\nGET /two HTTP/1.1\r\nHost: c\r\n\r\n" + get("/three"));
  const auto answers = line.rest();
  const auto one = answers.find("GET|one|");
  const auto two = answers.find("GET|two|");
  CHECK(one != std::string::npos);
  CHECK(two > one);
  CHECK(answers.find("GET|three|") > two);
}

TEST_CASE("a head is answered like a get, without the bytes") {
  Mirror mirror;
  const Served served(mirror);
  const auto answer = exchange(served.port(), "HEAD /abc HTTP/1.1\r\n" + closing + "\r\n");
  CHECK(status_in(answer) == 200);
  CHECK(answer.find("Content-Length: 9") != std::string::npos);
  CHECK(ends(answer, "\r\n\r\n"));
}

TEST_CASE("path tricks never reach the application") {
  Mirror mirror;
  const Served served(mirror);
  for (const auto* target : {"/../etc", "/a/../b", "/a/%2e%2e/b", "/a%2Fb", "/a%00b", "/%ff", "/a b", "/a?x=%00",
                             "http://x/", "*", "a", "/%zz", "//../..//x/%2E"}) {
    INFO(target);
    const auto status = status_in(exchange(served.port(), get(target)));
    CHECK(status == 400);
  }
}

TEST_CASE("too much is refused: headers, body, target, parts") {
  Mirror mirror;
  Limits limits;
  limits.body_bytes = 1000;
  const Served served(mirror, limits);
  std::string many;
  for (int n = 0; n < 200'000; ++n) many += "A: b\r\n";
  CHECK(status_in(exchange(served.port(), get("/", many))) == 431);
  CHECK(status_in(exchange(served.port(), get("/" + std::string(17'000, 'a')))) == 431);
  CHECK(status_in(exchange(served.port(), get("/" + std::string(9'000, 'a')))) == 400);
  CHECK(status_in(exchange(served.port(), post("/", "Content-Length: 1001\r\n", std::string(1001, 'x')))) == 413);
  std::string parts;
  for (int n = 0; n < 40; ++n) parts += "/a";
  CHECK(status_in(exchange(served.port(), get(parts))) == 400);
}

TEST_CASE("a body of unknown end is cut where the limit is") {
  Mirror mirror;
  Limits limits;
  limits.body_bytes = 1000;
  const Served served(mirror, limits);
  std::string chunks;
  for (int n = 0; n < 200; ++n) chunks += "a\r\n0123456789\r\n";
  CHECK(status_in(exchange(served.port(), post("/", "Transfer-Encoding: chunked\r\n", chunks))) == 413);
}

TEST_CASE("a request with two lengths, or a length and chunks, is refused and nothing after it is read") {
  Mirror mirror;
  const Served served(mirror);
  const auto two =
      exchange(served.port(), post("/", "Content-Length: 4\r\nContent-Length: 5\r\n", "text" + get("/inner")));
  CHECK(status_in(two) == 400);
  CHECK(two.find("inner") == std::string::npos);
  const auto both = exchange(
      served.port(), post("/", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + get("/inner")));
  CHECK(status_in(both) == 400);
  CHECK(both.find("inner") == std::string::npos);
}

TEST_CASE("a request that is none is refused") {
  Mirror mirror;
  const Served served(mirror);
  for (const auto* bytes :
       {"\r\n\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\x16\x03\x01\x02\x00", "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nA b: c\r\n\r\n"}) {
    INFO(bytes);
    const Line line(served.port());
    line.send(bytes);
    CHECK(status_in(line.until("refused")) == 400);
  }
}

TEST_CASE("what the application throws is a plain 500, and the next request is served") {
  Mirror mirror;
  const Served served(mirror);
  CHECK(status_in(exchange(served.port(), get("/throw"))) == 500);
  CHECK(status_in(exchange(served.port(), get("/ok"))) == 200);
}

TEST_CASE("a header with a line end is refused where it is set") {
  CHECK_THROWS_AS(Answer().set("X-User", "a\r\nSet-Cookie: b"), engine::Error);
  CHECK_THROWS_AS(Answer().set("X-User", std::string_view("a\0b", 3)), engine::Error);
  CHECK_NOTHROW(Answer().set("X-User", "张某某"));
}

TEST_CASE("a client that is slow with its header is cut off, and others are served meanwhile") {
  Mirror mirror;
  Limits limits;
  limits.header_time = std::chrono::milliseconds(50);
  const Served served(mirror, limits);
  const Line slow(served.port());
  slow.send("GET / HTTP/1.1\r\nHost");
  CHECK(status_in(exchange(served.port(), get("/ok"))) == 200);
  CHECK(slow.rest().empty());
}

TEST_CASE("one connection too many is closed at once") {
  Mirror mirror;
  Limits limits;
  limits.connections = 2;
  const Served served(mirror, limits);
  const Line first(served.port());
  const Line second(served.port());
  first.send("GET / HTTP/1.1\r\nHost: c\r\n\r\n");
  CHECK(status_in(first.until("GET|")) == 200);
  second.send("GET / HTTP/1.1\r\nHost: c\r\n\r\n");
  CHECK(status_in(second.until("GET|")) == 200);
  CHECK(status_in(exchange(served.port(), get("/"))) == 0);
}

TEST_CASE("an event stream tells each change once, with its position as id") {
  Mirror mirror;
  Served served(mirror);
  const Line line(served.port());
  line.send("GET /listen HTTP/1.1\r\nHost: c\r\n\r\n");
  CHECK(line.until("event: heartbeat\ndata: {}\n\n").find("Content-Type: text/event-stream") != std::string::npos);
  served.hub.publish({{7, "a"}, {8, "b"}, {9, "a"}});
  const auto told = line.until("\n\n");
  CHECK(told == "id: 9\nevent: change\ndata: {\"all\":false,\"cases\":[\"a\",\"b\"],\"position\":9}\n\n");
  served.hub.publish({{10, "c"}});
  CHECK(line.until("\n\n").starts_with("id: 10\n"));
}

TEST_CASE("who comes back to an event stream is told what was missed, or to look at everything") {
  Mirror mirror;
  Served served(mirror);
  served.hub.publish({{1, "a"}, {2, "b"}, {3, "c"}});
  const Line line(served.port());
  line.send("GET /listen?after=1 HTTP/1.1\r\nHost: c\r\n\r\n");
  CHECK(line.until("\"position\":3}").find("[\"c\",\"b\"]") != std::string::npos);
  for (int n = 4; n < 3000; ++n) served.hub.publish({{n, "x"}});
  const Line late(served.port());
  late.send("GET /listen?after=1 HTTP/1.1\r\nHost: c\r\n\r\n");
  CHECK(late.until("event: reset").find("event: reset") != std::string::npos);
}

TEST_CASE("who may listen no more hears no further change, however soon it comes") {
  Mirror mirror;
  Served served(mirror);
  const Line line(served.port());
  line.send("GET /listen HTTP/1.1\r\nHost: c\r\n\r\n");
  CHECK_FALSE(line.until("event: heartbeat\ndata: {}\n\n").empty());
  served.hub.publish({{1, "a"}});
  CHECK(line.until("\n\n").starts_with("id: 1\n"));
  mirror.ended = true;
  served.hub.publish({{2, "b"}});
  CHECK(line.rest().empty());
}

TEST_CASE("a stream and a poll tell what the application lets through, and that something moved") {
  Mirror mirror;
  Served served(mirror);
  const Line line(served.port());
  line.send("GET /listen HTTP/1.1\r\nHost: c\r\n\r\n");
  CHECK_FALSE(line.until("event: heartbeat\ndata: {}\n\n").empty());
  served.hub.publish({{1, "of others"}});
  CHECK(line.until("\n\n") == "id: 1\nevent: change\ndata: {\"all\":false,\"cases\":[],\"position\":1}\n\n");
  CHECK(ends(exchange(served.port(), get("/listen?wait=0")), "{\"all\":false,\"cases\":[],\"position\":1}"));
  mirror.ended = true;
  CHECK(ends(exchange(served.port(), get("/listen?wait=0")), "{\"all\":false,\"cases\":[],\"position\":0}"));
}

TEST_CASE("a long poll ends with the first change, or with none when its time is up") {
  Mirror mirror;
  Served served(mirror);
  const Line line(served.port());
  line.send("GET /listen?wait=20 HTTP/1.1\r\nHost: c\r\n\r\n");
  served.hub.publish({{1, "a"}});
  CHECK(ends(line.rest(), "{\"all\":false,\"cases\":[\"a\"],\"position\":1}"));
  CHECK(ends(exchange(served.port(), get("/listen?after=1&wait=0")), "{\"all\":false,\"cases\":[],\"position\":1}"));
}

TEST_CASE("a port that is taken is refused with its address") {
  Mirror mirror;
  const Served served(mirror);
  Hub hub;
  CHECK_THROWS_WITH(Server({"127.0.0.1", served.port(), {}, {}}, {}, mirror, hub),
                    Catch::Contains("cannot listen on 127.0.0.1"));
  CHECK_THROWS_WITH(Server({"nowhere", 0, {}, {}}, {}, mirror, hub), Catch::Contains("cannot listen on nowhere"));
}

}  // namespace web
