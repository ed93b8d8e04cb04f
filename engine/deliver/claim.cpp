#include "engine/deliver/claim.hpp"

#include <algorithm>
#include <array>

namespace engine {
namespace {

using State = Delivery::State;
using namespace std::chrono_literals;

/// So that closing what nobody wants to hear keeps no other writer waiting.
constexpr std::size_t closed_most = 500;

// An alert's subject ends with its level (sweep.cpp).
bool is_urgent(const OutboxItem& item) {
  constexpr std::array<std::string_view, 3> levels{"red", "supervisor", "director"};
  const auto space = item.subject.rfind(' ');
  return space != std::string::npos &&
         std::ranges::find(levels, std::string_view(item.subject).substr(space + 1)) != levels.end();
}

const Site& site_for(Reading& reading, const World& world, const OutboxItem& item, bool wanted) {
  if (!wanted) return world.default_site();  // it will be closed: nobody asks for its hours
  if (const Person* person = world.person(item.to)) return world.site_of(person->centre);
  const auto record = reading.find_case(item.case_id);
  return world.site_of(record ? record->centre : std::string());
}

std::vector<Pending> pending_of(Reading& reading, const World& world, std::span<const Channel> channels,
                                std::int64_t items) {
  std::vector<Pending> found;
  auto& rows = reading.deliveries();
  for (auto& item : rows.open_items(items)) {
    const bool urgent = is_urgent(item);
    auto tries = rows.of_item(item.id);
    const bool wanted = !tries.empty() || std::ranges::any_of(channels, [&](const Channel& channel) {
      return takes(channel, item.to, item.created_at);
    });
    const Site& site = site_for(reading, world, item, wanted);
    found.push_back({std::move(item), site, urgent, std::move(tries)});
  }
  return found;
}

Claimed claim(DeliveryRows& rows, Parcel parcel, Instant now) {
  Claimed claimed{std::move(parcel), {}};
  const Parcel& p = claimed.parcel;
  for (const auto& id : p.items) {
    rows.put({id, p.channel, p.message, State::Trying, p.attempt, now, now + backoff(p.message, p.attempt), {}});
    if (auto item = rows.item(id)) claimed.items.push_back(std::move(*item));
  }
  return claimed;
}

}  // namespace

DeliveryPlan look_at_deliveries(Reading& reading, const World& world, std::span<const Channel> channels, Instant now,
                                std::int64_t items) {
  auto tried = reading.deliveries().tried(now - 1min, now);
  auto plan = plan_deliveries(pending_of(reading, world, channels, items), channels, tried, now);
  if (plan.finished.size() > closed_most) plan.finished.resize(closed_most);
  return plan;
}

std::vector<Claimed> claim_deliveries(Writing& writing, const World& world, std::span<const Channel> channels,
                                      std::string_view owner, Instant now, std::int64_t items) {
  const auto lease = writing.lease();
  if (!lease || lease->owner != owner) return {};
  auto& rows = writing.deliveries();
  auto plan = look_at_deliveries(writing, world, channels, now, items);
  for (const auto& id : plan.finished) rows.close(id, now);
  std::vector<Claimed> claimed;
  for (auto& parcel : plan.parcels) claimed.push_back(claim(rows, std::move(parcel), now));
  return claimed;
}

void settle_delivery(Writing& writing, const Parcel& parcel, std::string_view error, Instant now) {
  auto& rows = writing.deliveries();
  for (Delivery row : rows.of_message(parcel.message)) {
    if (row.channel != parcel.channel || row.state != State::Trying || row.attempts != parcel.attempt) continue;
    row.error = error;
    row.state = error.empty() ? State::Sent : row.attempts >= attempts_most ? State::Dead : State::Trying;
    row.next_at = now + backoff(row.message, row.attempts);
    rows.put(row);
  }
}

bool resend_delivery(Writing& writing, std::string_view id, Instant now) {
  auto& rows = writing.deliveries();
  auto found = rows.of_message(id);
  std::ranges::move(rows.of_item(id), std::back_inserter(found));
  std::erase_if(found, [](const Delivery& row) { return row.state != State::Dead; });
  for (Delivery row : found) {
    row.state = State::Trying;
    row.attempts = 0;
    row.next_at = now;
    rows.put(row);
    rows.close(row.item, std::nullopt);
  }
  return !found.empty();
}

}  // namespace engine
