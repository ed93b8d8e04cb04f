#pragma once

#include "engine/deliver/request.hpp"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// Sends one letter through one channel, at most 5 s, or until `stop`; follows no redirection. `hosts`: where it may go
/// besides the official address of its kind (a webhook or mail server has none). Gives why it was not taken, empty if
/// it was; never a secret or an address with one.
[[nodiscard]] std::string post_letter(const engine::Channel& channel, std::string_view secret,
                                      const engine::Letter& letter, engine::Instant now,
                                      const std::vector<std::string>& hosts, const std::stop_token& stop = {});

}  // namespace cli
