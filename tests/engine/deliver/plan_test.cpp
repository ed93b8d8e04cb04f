#include "engine/deliver/plan.hpp"

#include "engine/time/text.hpp"

#include <catch2/catch.hpp>

using namespace engine;
using namespace std::chrono_literals;

namespace {

Instant local(std::string_view text) { return parse_instant(text, Zone::named("Asia/Shanghai")); }

const Instant noon = local("2026-05-20 12:00");  // a Wednesday
const std::map<std::string, std::int64_t, std::less<>> quiet_minute;

Channel chat() {
  Channel made;
  made.name = "chat";
  made.recipients = {"role:supervisor", "li"};
  made.since = local("2026-01-01 00:00");
  return made;
}

Pending pending(const std::string& id, bool urgent = false, const std::string& to = "li") {
  return {{id, "case", to, "plan amber", local("2026-05-19 09:00")}, Site::standard(), urgent, {}};
}

std::vector<Pending> many(std::size_t n) {
  std::vector<Pending> all;
  for (std::size_t i = 0; i < n; ++i) all.push_back(pending("m" + std::to_string(i)));
  return all;
}

DeliveryPlan plan(const std::vector<Pending>& all, Instant now = noon) {
  return plan_deliveries(all, std::vector{chat()}, quiet_minute, now);
}

Delivery tried(const std::string& item, int attempts, Instant next) {
  return {item, "chat", item, Delivery::State::Trying, attempts, next - 30s, next, ""};
}

}  // namespace

TEST_CASE("a message goes to the channels of its recipient, urgent ones first", "[deliver]") {
  const auto made = plan({pending("m1"), pending("m2", true), pending("m3", false, "wang")});
  REQUIRE(made.parcels.size() == 2);
  CHECK(made.parcels[0] == Parcel{"chat", "m2", {"m2"}, 1});
  CHECK(made.parcels[1] == Parcel{"chat", "m1", {"m1"}, 1});
  CHECK(made.finished == std::vector<std::string>{"m3"});
}

TEST_CASE("what was posted before a channel was set up is not sent through it", "[deliver]") {
  auto old = pending("m1");
  old.item.created_at = local("2025-12-31 00:00");
  CHECK(plan({old}).parcels.empty());
  CHECK(plan({old}).finished.size() == 1);
}

TEST_CASE("amber waits for the morning of a working day, red goes at midnight and on Sunday (field-lessons row 40)",
          "[deliver]") {
  const std::vector both{pending("m1"), pending("m2", true)};
  for (const char* at : {"2026-05-20 23:59", "2026-05-20 03:00", "2026-05-24 12:00", "2026-10-01 12:00"}) {
    const auto made = plan(both, local(at));
    REQUIRE(made.parcels.size() == 1);
    CHECK(made.parcels[0].message == "m2");
    CHECK(made.finished.empty());
  }
  CHECK(plan(both, local("2026-05-21 08:00")).parcels.size() == 2);
}

TEST_CASE("many at once become one digest whose id stands for its members (field-lessons row 31)", "[deliver]") {
  CHECK(plan(many(5)).parcels.size() == 5);
  const auto made = plan(many(60));
  REQUIRE(made.parcels.size() == 2);
  CHECK(made.parcels[0].items.size() == 50);
  CHECK(made.parcels[0].message.starts_with("digest-"));
  CHECK(made.parcels[0].message != made.parcels[1].message);
  CHECK(plan(many(60)).parcels == made.parcels);
}

TEST_CASE("at most fifteen messages go through a channel in any minute", "[deliver]") {
  const std::map<std::string, std::int64_t, std::less<>> busy{{"chat", 13}}, full{{"chat", 16}};
  const std::vector channels{chat()};
  CHECK(plan_deliveries(many(5), channels, busy, noon).parcels.size() == 2);
  CHECK(plan_deliveries(many(5), channels, full, noon).parcels.empty());
}

TEST_CASE("an attempt is made again when its time has come, together and under the same id", "[deliver]") {
  auto all = many(2);
  for (auto& one : all) {
    one.rows = {tried(one.item.id, 2, noon)};
    one.rows[0].message = "digest-1";
  }
  CHECK(plan(all, noon - 1ms).parcels.empty());
  CHECK(plan(all).parcels == std::vector<Parcel>{{"chat", "digest-1", {"m0", "m1"}, 3}});
}

TEST_CASE("the wait doubles to an hour and is spread by the id, always in the same way", "[deliver]") {
  for (int n = 1; n < 12; ++n) {
    const Milliseconds least = std::min<Milliseconds>(30s * (1 << std::min(n - 1, 7)), 1h);
    CHECK(backoff("m1", n) >= least);
    CHECK(backoff("m1", n) < least * 5 / 4);
    CHECK(backoff("m1", n) == backoff("m1", n));
  }
  CHECK(backoff("m1", 3) != backoff("m2", 3));
}
