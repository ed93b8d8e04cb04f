#pragma once

#include "engine/deliver/channel.hpp"
#include "engine/store.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// Where the channels of a centre are kept among its settings, as JSON.
inline constexpr std::string_view key_channels = "notify.channels";

/// The channels that are set up; engine::Error if the setting is none that this program writes.
[[nodiscard]] std::vector<Channel> channels_in(Reading& reading);
void put_channels(Writing& writing, std::span<const Channel> channels);

/// What is wrong with a channel before it is set up, as a message id whose {0} is the word at fault.
struct ChannelFault {
  const char* message = nullptr;  // null: nothing is
  std::string word{};
};

/// A short name, a known kind and language, somebody it is for, and an address to which a message may go: https, or
/// http to this machine (elsewhere only where `plain` says so), without name, password, key or query in it, never a
/// link-local one, where the secrets of a machine's host can be asked for.
[[nodiscard]] ChannelFault fault_of(const Channel& channel, bool plain);
/// Whether the words of a secret are as many as the kind needs.
[[nodiscard]] ChannelFault fault_of_secret(const Channel& channel, std::string_view secret);

}  // namespace engine
