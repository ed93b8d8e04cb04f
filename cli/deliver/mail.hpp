#pragma once

#include "engine/deliver/request.hpp"

#include <stop_token>
#include <string>
#include <string_view>

namespace cli {

/// Hands a letter to a mail relay; `secret` is "USER PASSWORD" or empty. Gives why it was not taken.
[[nodiscard]] std::string send_mail(const engine::Channel& channel, std::string_view secret,
                                    const engine::Letter& letter, const std::stop_token& stop);

}  // namespace cli
