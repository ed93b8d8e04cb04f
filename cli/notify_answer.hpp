#pragma once

#include "cli/session.hpp"
#include "engine/deliver/channel.hpp"

#include <string>
#include <vector>

namespace cli {

// Each as JSON or as tables, with instants in the zone of the top centre.
void tell_deliveries(Session& session, const std::vector<engine::Channel>& channels);
void tell_dead(Session& session, const std::vector<engine::Channel>& channels);

/// What the receiver of a test message answered; an empty `failure` is that it took it.
void tell_test(Session& session, const engine::Channel& channel, const std::string& failure);

}  // namespace cli
