#include "workflows/answers/letter.hpp"

#include "engine/time/text.hpp"
#include "tests/storage/scratch.hpp"

#include <catch2/catch.hpp>

using namespace engine;
using workflows::Language;

namespace {

const Instant due = parse_instant("2026-05-20T17:30:00+08:00", Zone::utc());

/// A case with a plan's limit, and what its channel would say of it.
struct Desk1 {
  Letter letter(const std::string& kind, const std::string& language, const std::vector<OutboxItem>& items) {
    Channel channel;
    channel.kind = kind;
    channel.language = language;
    Letter made;
    on.store.write([&](Writing& w) { w.put_centre({"town", "小站镇矛调中心", "town", "", "", "", ""}); });
    on.store.read([&](Reading& r) {
      made = workflows::letter_of(r, *World::load(r), channel, {{"chat", "m1", {}, 1}, items});
    });
    return made;
  }
  tests::InMemory on;
};

bool is_text(const std::string& text) {
  return workflows::fitted(Language("en"), {text}, text.size()) == text && text.find('\xFF') == std::string::npos;
}

}  // namespace

TEST_CASE("lines are cut between characters, and the rest is counted", "[deliver]") {
  const Language en("en");
  CHECK(workflows::fitted(en, {"one", "two"}, 100) == "one\ntwo");
  CHECK(workflows::fitted(en, {"one", "two", "three"}, 18) == "one\n... and 2 more");
  CHECK(workflows::fitted(en, {"矛盾调解"}, 7) == "矛盾");
  CHECK(workflows::fitted(en, {}, 7).empty());
  for (std::size_t most = 20; most < 200; ++most) {
    std::vector<std::string> lines(30, "期限已过：一号");
    const auto text = workflows::fitted(Language("zh_CN"), lines, most);
    CHECK(text.size() <= most);
    CHECK(is_text(text));
  }
}

TEST_CASE("a digest of a hundred fits into what 企业微信 takes, in both languages", "[deliver]") {
  Desk1 desk;
  std::vector<OutboxItem> items;
  for (int n = 0; n < 100; ++n) items.push_back({std::to_string(n), "", "role:supervisor", "plan red", due});
  for (const char* language : {"zh_CN", "en"}) {
    const auto letter = desk.letter("wecom", language, items);
    CHECK(letter.id == "m1");
    CHECK(letter.subject.size() + 1 + letter.text.size() <= 2048);
    CHECK(letter.text.size() > 1500);
  }
  CHECK(desk.letter("smtp", "en", items).subject == "100 notices, 100 of them overdue");
}

TEST_CASE("what is told beside the clocks is told in the channel's language, with who must act", "[deliver]") {
  Desk1 desk;
  const std::vector<OutboxItem> one{{"m1", "", "wang", "a case was designated to you", due}};
  CHECK(desk.letter("webhook", "en", one).subject == "a case was designated to you");
  CHECK(desk.letter("webhook", "en", one).text == "To act: wang");
  CHECK(desk.letter("webhook", "zh_CN", one).subject != "a case was designated to you");
}
