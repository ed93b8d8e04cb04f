#include "engine/deliver/overview.hpp"

#include "engine/deliver/claim.hpp"

#include <algorithm>

namespace engine {
namespace {

using State = Delivery::State;

constexpr std::int64_t rows_most = 200;
constexpr std::int64_t counted_most = 100'000;

bool has_row(const std::vector<Delivery>& rows, const Channel& channel) {
  return std::ranges::find(rows, channel.name, &Delivery::channel) != rows.end();
}

void count_waiting(DeliveryRows& rows, std::vector<ChannelState>& states) {
  for (const auto& item : rows.open_items(items_most)) {
    const auto tried = rows.of_item(item.id);
    for (auto& state : states)
      if (takes(state.channel, item.to, item.created_at) && !has_row(tried, state.channel)) ++state.waiting;
  }
}

void count(DeliveryRows& rows, State what, std::int64_t ChannelState::*counter, std::vector<ChannelState>& states) {
  for (const auto& row : rows.in_state(what, counted_most))
    for (auto& state : states)
      if (state.channel.name == row.channel) ++(state.*counter);
}

std::vector<Sending> sendings(DeliveryRows& rows, State what, std::span<const Channel> channels) {
  std::vector<Sending> found;
  for (auto& row : rows.in_state(what, rows_most)) {
    if (std::ranges::find(channels, row.channel, &Channel::name) == channels.end()) continue;
    auto item = rows.item(row.item);
    auto at = std::ranges::find_if(
        found, [&](const Sending& each) { return each.row.message == row.message && each.row.channel == row.channel; });
    if (at == found.end()) at = found.insert(at, {std::move(row), {}});
    if (item) at->items.push_back(std::move(*item));
  }
  return found;
}

}  // namespace

DeliveryOverview overview_of(Reading& reading, std::span<const Channel> channels) {
  auto& rows = reading.deliveries();
  DeliveryOverview overview;
  for (const auto& channel : channels) overview.channels.push_back({channel});
  if (!channels.empty()) count_waiting(rows, overview.channels);
  count(rows, State::Trying, &ChannelState::trying, overview.channels);
  count(rows, State::Dead, &ChannelState::dead, overview.channels);
  overview.trying = sendings(rows, State::Trying, channels);
  overview.dead = sendings(rows, State::Dead, channels);
  return overview;
}

}  // namespace engine
