#include "cli/deliver/post.hpp"

#include "engine/deliver/seal.hpp"
#include "tests/cli/deliver/a_sink.hpp"

#include <cstdlib>

#include <catch2/catch.hpp>

using engine::Channel;
using engine::Instant;
using engine::Letter;
using tests::Sink;

namespace {

constexpr Instant now{engine::Milliseconds{1'924'995'060'000}};
const Letter letter{"m1", "s", "t"};
const std::vector<std::string> here{"127.0.0.1"};

std::string ok(const std::string& body) {
  return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

Channel channel(std::string kind, const Sink& sink) {
  ::setenv("no_proxy", "127.0.0.1", 1);
  Channel made;
  made.url = (kind == "smtp" ? "smtp://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(sink.port());
  made.kind = std::move(kind);
  made.from = "centre@example.invalid";
  made.to = "li@example.invalid";
  return made;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a webhook arrives with id, timestamp, signature and body as they were sealed", "[deliver]") {
  Sink sink(ok(""));
  CHECK(cli::post_letter(channel("webhook", sink), "madeup", letter, now, here).empty());
  const auto got = sink.received();
  CHECK(got.starts_with("POST / HTTP/1.1\r\n"));
  CHECK(holds(got, "\r\nWebhook-Id: m1\r\n"));
  CHECK(holds(got, "\r\nWebhook-Timestamp: 1924995060\r\n"));
  CHECK(holds(got,
              "\r\nWebhook-Signature: "
              "sha256=ecf7ece0f510ff3adc87c6520ce0300cf8b74d2bcc97af0430f98aa0b8402a86\r\n"));
  CHECK(
      got.ends_with("\r\n\r\n"
                    R"({"id":"m1","subject":"s","text":"t"})"));
}

TEST_CASE("钉钉 gets its signature in the address; 200 with an error code is a failure", "[deliver]") {
  Sink sink(ok(R"({"errcode":130101})"));
  CHECK(cli::post_letter(channel("dingtalk", sink), "TOKEN SECmadeup", letter, now, here) ==
        "the receiver refused it (errcode 130101)");
  CHECK(
      sink.received().starts_with("POST /robot/send?access_token=TOKEN&timestamp=1924995060000&sign="
                                  "gH4EMMJRA9vcI1LOxsH0%2BZ%2Fpm%2FWEe72BlULa49BjuK8%3D HTTP/1.1\r\n"));
}

TEST_CASE("飞书 gets its signature in the body", "[deliver]") {
  Sink sink(ok(R"({"code":0})"));
  CHECK(cli::post_letter(channel("feishu", sink), "HOOK madeup", letter, now, here).empty());
  CHECK(holds(sink.received(), R"("sign":"1GfjrdNKoFPSvQzoW3rkIoXqlOjsMIa9MACXJLysK+o=","timestamp":"1924995060")"));
}

TEST_CASE("企业微信 takes a text under its key", "[deliver]") {
  Sink sink(ok(R"({"errcode":0})"));
  CHECK(cli::post_letter(channel("wecom", sink), "madeup", letter, now, here).empty());
  const auto& got = sink.received();
  CHECK(got.starts_with("POST /cgi-bin/webhook/send?key=madeup HTTP/1.1\r\n"));
  CHECK(sink.received().ends_with(R"({"msgtype":"text","text":{"content":"s\nt"}})"));
}

TEST_CASE("a redirection is not followed and a host that is not allowed is not asked", "[deliver]") {
  Sink sink("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
  CHECK_FALSE(cli::post_letter(channel("webhook", sink), "madeup", letter, now, {}).empty());
  CHECK(cli::post_letter(channel("webhook", sink), "madeup", letter, now, here) ==
        "the receiver refused it (HTTP 302)");
}

TEST_CASE("a mail has an encoded Chinese subject, the text and the stable id", "[deliver]") {
  Sink sink("");
  CHECK(cli::post_letter(channel("smtp", sink), "", {"m1", "期限提醒", "正文"}, now, here).empty());
  const auto got = sink.received();
  CHECK(holds(got, "MAIL FROM:<centre@example.invalid>"));
  CHECK(holds(got, "RCPT TO:<li@example.invalid>"));
  CHECK(holds(got, "\r\nSubject: =?UTF-8?B?5pyf6ZmQ5o+Q6YaS?=\r\n"));
  CHECK(holds(got, "\r\nMessage-ID: <m1@maotiao.invalid>\r\n"));
  CHECK(holds(got, "\r\n5q2j5paH\r\n"));
}

TEST_CASE("an address that would end its header is refused", "[deliver]") {
  Sink sink("");
  auto bad = channel("smtp", sink);
  bad.to = "li@example.invalid>\r\nRCPT TO:<x@example.invalid";
  CHECK(cli::post_letter(bad, "", letter, now, here) == "the mail address is none");
}
