#include "cli/deliver/courier.hpp"

#include "engine/deliver/channels.hpp"
#include "engine/mark.hpp"
#include "workflows/answers/letter.hpp"

#include <algorithm>
#include <future>

namespace cli {
namespace {

using engine::Milliseconds;
using engine::Reading;
using engine::Writing;
using namespace std::chrono_literals;
using Kind = CourierNews::Kind;

/// However far the next instant is: a wall clock that was set is noticed after so long at the latest.
constexpr Milliseconds longest_wait = 60s;
constexpr Milliseconds shortest_wait = 1s;
constexpr Milliseconds patience = 10s;
/// Looked at first; all that waits is looked at only where these have nothing to be done.
constexpr std::int64_t few = 500;

bool holds_lease(Reading& reading, const std::string& owner) {
  const auto lease = reading.lease();
  return lease && lease->owner == owner;
}

}  // namespace

Courier::Courier(engine::Desk& desk, engine::Alarm& alarm, std::string owner, Post post, Tell tell)
    : desk_(desk), alarm_(alarm), owner_(std::move(owner)), post_(std::move(post)), tell_(std::move(tell)) {}

Courier::Round Courier::look(engine::Instant now) {
  Round round;
  desk_.store().read([&](Reading& reading) {
    if (!holds_lease(reading, owner_)) return;
    round.channels = engine::channels_in(reading);
    if (round.channels.empty()) return;
    const auto world = desk_.world(reading);
    for (const auto items : {few, engine::items_most}) {
      round.items = items;
      round.plan = engine::look_at_deliveries(reading, *world, round.channels, now, items);
      if (!round.plan.empty() || std::ssize(reading.deliveries().open_items(few)) < few) return;
    }
  });
  return round;
}

Courier::Errands Courier::claim(const Round& round, engine::Instant now) {
  std::vector<engine::Claimed> claimed;
  desk_.store().write([&](Writing& writing) {
    claimed = engine::claim_deliveries(writing, *desk_.world(writing), round.channels, owner_, now, round.items);
  });
  Errands errands;
  desk_.store().read([&](Reading& reading) {
    const auto world = desk_.world(reading);
    for (const auto& each : claimed) {
      const auto channel = std::ranges::find(round.channels, each.parcel.channel, &engine::Channel::name);
      errands.push_back({each.parcel, workflows::letter_of(reading, *world, *channel, each)});
    }
  });
  return errands;
}

// A receiver that does not answer is not asked again for each of its letters.
void Courier::carry_one_after_another(const engine::Channel& channel, std::span<Errand*> errands) const {
  std::string failure;
  for (Errand* errand : errands) {
    try {
      if (failure.empty())
        failure = alarm_.stop_requested() ? engine::mark("the server was stopped") : post_(channel, errand->letter);
    } catch (const engine::Error& error) {
      failure = error.what();
    }
    errand->failure = failure;
  }
}

void Courier::carry(const Round& round, Errands& errands) const {
  std::map<std::string, std::vector<Errand*>> by_channel;
  for (auto& errand : errands) by_channel[errand.parcel.channel].push_back(&errand);
  std::vector<std::future<void>> carriers;
  for (auto& each : by_channel) {
    const auto channel = std::ranges::find(round.channels, each.first, &engine::Channel::name);
    carriers.push_back(std::async(std::launch::async, [this, &channel = *channel, &own = each.second] {
      carry_one_after_another(channel, own);
      settle(own);
    }));
  }
  for (auto& carrier : carriers) carrier.wait();
  for (auto& carrier : carriers) carrier.get();
}

// By each channel when it is through: what one receiver took is recorded while another still keeps us waiting.
void Courier::settle(std::span<Errand* const> errands) const {
  desk_.store().write([&](Writing& writing) {
    for (const auto* errand : errands) engine::settle_delivery(writing, errand->parcel, errand->failure, desk_.now());
  });
}

void Courier::tell_how_it_went(const Errands& errands) {
  for (const auto& errand : errands) {
    auto& before = failing_[errand.parcel.channel];
    if (before == errand.failure) continue;
    tell_({errand.failure.empty() ? Kind::Working : Kind::Failing, errand.parcel.channel, errand.failure});
    before = errand.failure;
  }
}

Milliseconds Courier::turn() {
  const auto now = desk_.now();
  const auto round = look(now);
  if (round.plan.empty()) {
    if (!round.plan.next) return longest_wait;
    return std::clamp<Milliseconds>(*round.plan.next - now, shortest_wait, longest_wait);
  }
  auto errands = claim(round, now);
  if (!errands.empty()) {
    carry(round, errands);
    tell_how_it_went(errands);
  }
  return shortest_wait;
}

bool Courier::recover(const engine::Error& error) {
  if (told_fault_ != error.what()) tell_({Kind::Fault, {}, error.what()});
  told_fault_ = error.what();
  return error.code() != "database_replaced";
}

void Courier::run() {
  for (Milliseconds wait{0};;) {
    try {
      wait = turn();
      told_fault_.clear();
    } catch (const engine::Error& error) {
      if (!recover(error)) return;
      wait = patience;
    }
    if (alarm_.wait(wait) == engine::Alarm::Woke::Stop) return;
  }
}

}  // namespace cli
