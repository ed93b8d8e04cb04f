#pragma once

#include "cli/arguments.hpp"
#include "engine/deliver/channel.hpp"
#include "engine/world.hpp"

#include <string>

namespace cli {

/// The channel that the words of `notify add` describe; Fault (Usage) if it cannot be one.
[[nodiscard]] engine::Channel channel_from(const Arguments& arguments, const std::string& name);

/// Fault (Usage) unless all whom the channel is for are people of the roster, roles, or everybody.
void check_recipients(const engine::Channel& channel, const engine::World& world);

}  // namespace cli
