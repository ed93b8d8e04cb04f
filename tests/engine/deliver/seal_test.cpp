#include "engine/deliver/seal.hpp"

#include "engine/deliver/request.hpp"

#include <catch2/catch.hpp>

using namespace engine;

namespace {

constexpr Instant now{Milliseconds{1'924'995'060'000}};
const Letter letter{"m1", "s", "t"};

Channel channel(std::string kind) {
  Channel made;
  made.kind = std::move(kind);
  made.url = "http://127.0.0.1:1";
  return made;
}

}  // namespace

TEST_CASE("HMAC-SHA256 gives the value of RFC 4231, test case 2", "[seal]") {
  CHECK(lower_hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("foobar") == "Zm9vYmFy");
}

TEST_CASE("钉钉 is signed with the secret as the key, over milliseconds, percent-encoded", "[seal]") {
  const auto request = post_request(channel("dingtalk"), "TOKEN SECmadeup\n", letter, now);
  CHECK(request.url ==
        "http://127.0.0.1:1/robot/"
        "send?access_token=TOKEN&timestamp=1924995060000&sign=gH4EMMJRA9vcI1LOxsH0%2BZ%2Fpm%2FWEe72BlULa49BjuK8%3D");
  CHECK(request.body == R"({"msgtype":"text","text":{"content":"s\nt"}})");
}

TEST_CASE("飞书 is signed with time and secret as the key, over nothing, in seconds", "[seal]") {
  const auto request = post_request(channel("feishu"), "HOOK\nmadeup\n", letter, now);
  CHECK(request.url == "http://127.0.0.1:1/open-apis/bot/v2/hook/HOOK");
  CHECK(request.body == R"({"content":{"text":"s\nt"},"msg_type":"text",)"
                        R"("sign":"1GfjrdNKoFPSvQzoW3rkIoXqlOjsMIa9MACXJLysK+o=","timestamp":"1924995060"})");
}

TEST_CASE("企业微信 has its key in the address", "[seal]") {
  const auto request = post_request(channel("wecom"), "a/b\n", letter, now);
  CHECK(request.url == "http://127.0.0.1:1/cgi-bin/webhook/send?key=a%2Fb");
}

TEST_CASE("a webhook is signed over id, timestamp and body", "[seal]") {
  const auto request = post_request(channel("webhook"), "madeup\n", letter, now);
  CHECK(request.body == R"({"id":"m1","subject":"s","text":"t"})");
  REQUIRE(request.headers.size() == 4);
  CHECK(request.headers[0] == "Webhook-Id: m1");
  CHECK(request.headers[1] == "Webhook-Timestamp: 1924995060");
  CHECK(request.headers[2] ==
        "Webhook-Signature: sha256=ecf7ece0f510ff3adc87c6520ce0300cf8b74d2bcc97af0430f98aa0b8402a86");
}

TEST_CASE("an answer of 200 with an error code is a failure", "[seal]") {
  CHECK(post_failure("wecom", 200, R"({"errcode":0,"errmsg":"ok"})").empty());
  CHECK(post_failure("wecom", 200, R"({"errcode":93000})") == "the receiver refused it (errcode 93000)");
  CHECK(post_failure("dingtalk", 200, R"({"errcode":130101})") == "the receiver refused it (errcode 130101)");
  CHECK(post_failure("feishu", 200, R"({"code":11232})") == "the receiver refused it (code 11232)");
  CHECK(post_failure("feishu", 200, "<html>") == "the receiver refused it (no code)");
  CHECK(post_failure("webhook", 204, "").empty());
  CHECK(post_failure("webhook", 302, "") == "the receiver refused it (HTTP 302)");
}

TEST_CASE("a mail header is cut between characters, never inside one", "[seal]") {
  CHECK(
      mail_header("矛盾纠纷调处化解中心期限提醒一二三四五六") ==
      "=?UTF-8?B?55+b55u+57qg57q36LCD5aSE5YyW6Kej5Lit5b+D5pyf6ZmQ5o+Q6YaS5LiA?=\r\n =?UTF-8?B?5LqM5LiJ5Zub5LqU5YWt?=");
  CHECK(mail_header("a\r\nBcc: x") == "=?UTF-8?B?" + base64("a  Bcc: x") + "?=");
}

TEST_CASE("the host of a URL cannot be disguised", "[seal]") {
  CHECK(host_of("https://Hook.Example:8443/path") == "hook.example");
  CHECK(host_of("http://good.example@evil.example/") == "evil.example");
  CHECK(host_of("http://evil.example\\@good.example/") == "evil.example");
  CHECK(host_of("http://[::1]:80/") == "[::1]");
  CHECK(host_of("no url").empty());
}
