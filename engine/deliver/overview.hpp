#pragma once

#include "engine/deliver/channel.hpp"
#include "engine/deliver/rows.hpp"

#include <span>
#include <string>
#include <vector>

namespace engine {

/// How one channel stands.
struct ChannelState {
  Channel channel;
  std::int64_t waiting = 0;  // messages that were not tried yet: the quiet hours, or nobody delivers
  std::int64_t trying = 0;   // tried in vain, and to be tried again
  std::int64_t dead = 0;     // given up
};

/// One message as its receiver would see it: an alert, or a digest of several.
struct Sending {
  Delivery row;  // of its first item
  std::vector<OutboxItem> items;
};

/// What is under way and what was given up, on the channels there are; the last tried first, at most 200 rows of each.
struct DeliveryOverview {
  std::vector<ChannelState> channels;
  std::vector<Sending> trying, dead;
};

[[nodiscard]] DeliveryOverview overview_of(Reading& reading, std::span<const Channel> channels);

}  // namespace engine
