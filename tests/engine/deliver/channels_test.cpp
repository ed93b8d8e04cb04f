#include "engine/deliver/channels.hpp"

#include "engine/error.hpp"
#include "tests/storage/scratch.hpp"

#include <catch2/catch.hpp>

using namespace engine;

namespace {

Channel channel(std::string kind, std::string url) {
  Channel made;
  made.name = "duty";
  made.kind = std::move(kind);
  made.url = std::move(url);
  made.recipients = {"role:supervisor"};
  made.from = made.to = "a@example.invalid";
  return made;
}

bool is_fine(const Channel& channel, bool plain = false) { return fault_of(channel, plain).message == nullptr; }

}  // namespace

TEST_CASE("there is no channel until one is set up; what is set up comes back as it was", "[deliver]") {
  tests::OnSqlite on;
  on.store.read([](Reading& r) { CHECK(channels_in(r).empty()); });
  auto duty = channel("feishu", "https://open.feishu.cn");
  duty.since = Instant{Milliseconds{5}};
  duty.quiet_from = 7;
  on.store.write([&](Writing& w) { put_channels(w, std::vector{duty, channel("smtp", "smtp://127.0.0.1")}); });
  on.store.read([&](Reading& r) {
    const auto found = channels_in(r);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == duty);
  });
  on.store.write([](Writing& w) { w.put_setting(key_channels, "{}x"); });
  on.store.read([](Reading& r) { CHECK_THROWS_AS(channels_in(r), Error); });
}

TEST_CASE("messages go over https, or http to this machine; http elsewhere only where that is said", "[deliver]") {
  CHECK(is_fine(channel("webhook", "https://hooks.example.invalid/a/b")));
  CHECK(is_fine(channel("webhook", "http://127.0.0.1:8080/")));
  CHECK(is_fine(channel("webhook", "http://[::1]:8080/")));
  CHECK_FALSE(is_fine(channel("webhook", "http://hooks.example.invalid/")));
  CHECK(is_fine(channel("webhook", "http://hooks.example.invalid/"), true));
  CHECK(is_fine(channel("smtp", "smtp://mail.example.invalid:587")));
}

TEST_CASE("an address with a key, a name, another scheme or a link-local host is refused", "[deliver]") {
  for (const char* url :
       {"", "hooks.example.invalid", "file:///etc/passwd", "gopher://x/", "smtp://x", "https://", "https://a:b@x/",
        "https://x/?key=1", "https://x/#a", "https://x/ a", "https://169.254.169.254/latest", "https://[fe80::1]/",
        "https://metadata.google.internal/", "HTTPS://x/", "https://x\\@127.0.0.1/"}) {
    INFO(url);
    CHECK_FALSE(is_fine(channel("webhook", url), true));
  }
  CHECK_FALSE(is_fine(channel("smtp", "https://x/")));
}

TEST_CASE("a channel needs a short name, a known kind, a language, and somebody to tell", "[deliver]") {
  const auto good = channel("wecom", "https://qyapi.weixin.qq.com");
  REQUIRE(is_fine(good));
  auto bad = good;
  bad.name = "值班";
  CHECK_FALSE(is_fine(bad));
  bad = good;
  bad.kind = "pigeon";
  CHECK_FALSE(is_fine(bad));
  bad = good;
  bad.recipients.clear();
  CHECK_FALSE(is_fine(bad));
  bad = good;
  bad.language = "fr";
  CHECK_FALSE(is_fine(bad));
  bad = channel("smtp", "smtp://127.0.0.1");
  bad.to.clear();
  CHECK_FALSE(is_fine(bad));
}

TEST_CASE("a secret has as many words as its kind needs", "[deliver]") {
  const auto fits = [](const char* kind, const char* secret) {
    return fault_of_secret(channel(kind, ""), secret).message == nullptr;
  };
  CHECK(fits("wecom", "KEY"));
  CHECK_FALSE(fits("wecom", ""));
  CHECK_FALSE(fits("wecom", "KEY KEY"));
  CHECK(fits("dingtalk", "TOKEN\nSECmadeup\n"));
  CHECK_FALSE(fits("dingtalk", "TOKEN"));
  CHECK_FALSE(fits("smtp", "user"));
}
