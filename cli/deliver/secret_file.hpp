#pragma once

#include "engine/deliver/channel.hpp"

#include <string>

namespace cli {

/// The secret of a channel, empty if it names no file. engine::Error with a sentence if the file cannot be read, is
/// larger than 4 KiB, can be read by every user of the machine or changed by others than its owner, or holds fewer or
/// more words than the kind of channel needs.
[[nodiscard]] std::string secret_of(const engine::Channel& channel);

}  // namespace cli
