#include "engine/accounts/brake.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace engine;

namespace {

const AccountPolicy policy;
const Instant start{std::chrono::sys_days(std::chrono::year(2030) / 1 / 1)};

Brake bucket() { return {{"address", "", "a", 0, {}}, policy.from_address}; }
Brake delay() { return {{"pair", "l", "a", 0, {}}, policy.pair}; }

}  // namespace

TEST_CASE("a stranger meets three brakes, a known address two, a known device one of its own") {
  const auto kinds = [](Trust trust) {
    std::vector<std::string> names;
    for (const Brake& brake : brakes_of({"l", "a", "d", trust}, policy)) names.push_back(brake.key.kind);
    return names;
  };
  CHECK(kinds(Trust::Stranger) == std::vector<std::string>{"pair", "address", "login"});
  CHECK(kinds(Trust::KnownAddress) == std::vector<std::string>{"pair", "address"});
  CHECK(kinds(Trust::KnownDevice) == std::vector<std::string>{"device"});
}

TEST_CASE("a bucket lets through its capacity and then one each period, whatever the rhythm") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& pauses) {
    const auto brake = bucket();
    std::optional<BrakeRow> row;
    Instant now = start;
    std::int64_t passed = 0;
    for (const auto pause : pauses) {
      now += Seconds{pause};
      for (int burst = 0; burst < 30; ++burst) {
        if (brake.wait(row, now) > Seconds{0}) continue;
        row = brake.charged(row, now);
        ++passed;
      }
    }
    const auto elapsed = std::chrono::floor<Seconds>(now - start);
    RC_ASSERT(passed <= policy.from_address.capacity + elapsed / policy.from_address.period);
  }));
}

TEST_CASE("the wait that is told is just long enough") {
  CHECK(rc::check([](std::uint8_t failures, bool growing) {
    const auto brake = growing ? delay() : bucket();
    std::optional<BrakeRow> row;
    for (int i = 0; i < failures % 40; ++i)
      if (growing || brake.wait(row, start) == Seconds{0}) row = brake.charged(row, start);
    const auto wait = brake.wait(row, start);
    RC_ASSERT(brake.wait(row, start + wait) == Seconds{0});
    RC_ASSERT(wait == Seconds{0} || brake.wait(row, start + wait - Seconds{1}) > Seconds{0});
  }));
}

TEST_CASE("what turned out well is given back") {
  const auto full = bucket();
  auto row = full.charged({}, start);
  CHECK_FALSE(full.refunded(row, start));
  row = full.charged(row, start);
  CHECK(full.refunded(row, start) == full.charged({}, start));
  CHECK_FALSE(delay().refunded(delay().charged({}, start), start));
}

TEST_CASE("failures are forgotten after a day without one") {
  auto row = delay().charged({}, start);
  for (int i = 0; i < 30; ++i) row = delay().charged(row, start);
  CHECK(delay().wait(row, start) == policy.pair.longest);
  CHECK(delay().wait(row, start + policy.pair.memory + Seconds{1}) == Seconds{0});
  CHECK(delay().charged(row, start + policy.pair.memory + Seconds{1}).failures == 1);
}

TEST_CASE("addresses are counted as one subscriber has them") {
  CHECK(address_key("192.0.2.7") == "192.0.2.7");
  CHECK(address_key("::ffff:192.0.2.7") == "192.0.2.7");
  CHECK(address_key("2001:db8:1:2:3:4:5:6") == address_key("2001:db8:1:2:ffff::1"));
  CHECK(address_key("2001:db8:1:2::1") != address_key("2001:db8:1:3::1"));
  CHECK(address_key("unix") == "unix");
  CHECK(address_key(std::string(1000, 'x')).size() == 64);
}
