#include "workflows/answers/deliveries_json.hpp"

#include "engine/deliver/request.hpp"
#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "workflows/words/fault_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace workflows {
namespace {

using nlohmann::json;

json channel_json(const engine::ChannelState& state, const engine::Zone& zone) {
  const auto& channel = state.channel;
  return {{"name", channel.name},
          {"kind", channel.kind},
          {"host", engine::host_of(channel.url)},
          {"for", channel.recipients},
          {"language", channel.language},
          {"quiet", quiet_words(channel)},
          {"since", engine::format_instant(channel.since, zone)},
          {"waiting", state.waiting},
          {"trying", state.trying},
          {"dead", state.dead}};
}

json sending_json(engine::Reading& reading, const engine::Sending& sending, const engine::Zone& zone,
                  engine::Sight& sight, const Language& language) {
  const auto& row = sending.row;
  const bool dead = row.state == engine::Delivery::State::Dead;
  return {{"id", row.message},
          {"channel", row.channel},
          {"messages", sending.items.size()},
          {"cases", cases_of(reading, sending, sight)},
          {"attempts", row.attempts},
          {"tried_at", engine::format_instant(row.tried_at, zone)},
          {"next_at", dead ? json() : json(engine::format_instant(row.next_at, zone))},
          {"error", fault_words(language, row.error)}};
}

}  // namespace

std::string quiet_words(const engine::Channel& channel) {
  if (channel.quiet_from == channel.quiet_until) return {};
  constexpr int hour = 60;
  return fmt::format("{:02}:{:02}-{:02}:{:02}", channel.quiet_from / hour, channel.quiet_from % hour,
                     channel.quiet_until / hour, channel.quiet_until % hour);
}

std::vector<std::string> cases_of(engine::Reading& reading, const engine::Sending& sending, engine::Sight& sight) {
  std::vector<std::string> numbers;
  for (const auto& item : sending.items) {
    const auto record = reading.find_case(item.case_id);
    if (!record || !sight.sees(*record)) continue;
    if (std::ranges::find(numbers, record->number) == numbers.end()) numbers.push_back(record->number);
  }
  return numbers;
}

json deliveries_json(engine::Reading& reading, const engine::DeliveryOverview& overview, const engine::Zone& zone,
                     engine::Sight& sight, const Language& language) {
  json result{{"channels", json::array()}, {"trying", json::array()}, {"dead", json::array()}};
  for (const auto& state : overview.channels) result["channels"].push_back(channel_json(state, zone));
  for (const auto& sending : overview.trying)
    result["trying"].push_back(sending_json(reading, sending, zone, sight, language));
  for (const auto& sending : overview.dead)
    result["dead"].push_back(sending_json(reading, sending, zone, sight, language));
  return result;
}

}  // namespace workflows
