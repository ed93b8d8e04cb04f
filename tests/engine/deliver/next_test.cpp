#include "engine/deliver/plan.hpp"
#include "engine/time/text.hpp"

#include <catch2/catch.hpp>

using namespace engine;
using namespace std::chrono_literals;

namespace {

Instant at(const char* local) { return parse_instant(local, Zone::named("Asia/Shanghai")); }

Pending waiting(const std::string& id, bool urgent = false) {
  return {{id, "", "li", "plan amber", at("2026-05-20 09:00")}, Site::standard(), urgent, {}};
}

Channel chat() {
  Channel channel;
  channel.name = "chat";
  channel.recipients = {"*"};
  return channel;
}

DeliveryPlan plan(const std::vector<Pending>& pending, Instant now, std::int64_t tried = 0) {
  return plan_deliveries(pending, std::vector{chat()}, {{"chat", tried}}, now);
}

}  // namespace

TEST_CASE("what waits for the morning says when; what is red does not wait (field-lessons row 40)", "[deliver]") {
  const auto evening = at("2026-05-20 21:00");
  CHECK(plan({waiting("a")}, evening).parcels.empty());
  CHECK(plan({waiting("a")}, evening).next == at("2026-05-21 08:00"));
  CHECK(plan({waiting("a", true)}, evening).parcels.size() == 1);
  CHECK(plan({waiting("a")}, at("2026-05-21 03:00")).next == at("2026-05-21 08:00"));
}

TEST_CASE("over rest days a message waits for the next working morning", "[deliver]") {
  CHECK(plan({waiting("a")}, at("2026-05-22 20:30")).next == at("2026-05-25 08:00"));  // Friday evening
  CHECK(plan({waiting("a")}, at("2026-05-23 12:00")).next == at("2026-05-25 08:00"));
  Channel awake = chat();
  awake.quiet_from = awake.quiet_until = 0;
  CHECK(quiet_ends(awake, Site::standard(), at("2026-05-23 12:00")) == at("2026-05-25 00:00"));
}

TEST_CASE("a failed attempt and a full bucket say when to look again; nothing that waits says nothing", "[deliver]") {
  const auto noon = at("2026-05-20 12:00");
  auto tried = waiting("a");
  tried.rows = {{"a", "chat", "a", Delivery::State::Trying, 1, noon, noon + 30s, "HTTP 500"}};
  CHECK(plan({tried}, noon).next == noon + 30s);
  tried.rows[0].next_at = at("2026-05-20 20:10");
  CHECK(plan({tried}, noon).next == at("2026-05-21 08:00"));
  CHECK(plan({waiting("a")}, noon, per_minute).next == noon + 5s);
  CHECK_FALSE(plan({}, noon).next);
  tried.rows[0].state = Delivery::State::Sent;
  CHECK_FALSE(plan({tried}, noon).next);
}
