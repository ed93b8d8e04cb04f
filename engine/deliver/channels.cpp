#include "engine/deliver/channels.hpp"

#include "engine/error.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"

namespace engine {
namespace {

using nlohmann::json;

json to_json(const Channel& channel) {
  return {{"name", channel.name},
          {"kind", channel.kind},
          {"url", channel.url},
          {"secret_file", channel.secret_file},
          {"for", channel.recipients},
          {"from", channel.from},
          {"to", channel.to},
          {"language", channel.language},
          {"quiet_from", channel.quiet_from},
          {"quiet_until", channel.quiet_until},
          {"since", channel.since.time_since_epoch().count()}};
}

Channel from_json(const json& value) {
  Channel channel;
  value.at("name").get_to(channel.name);
  value.at("kind").get_to(channel.kind);
  value.at("url").get_to(channel.url);
  value.at("secret_file").get_to(channel.secret_file);
  value.at("for").get_to(channel.recipients);
  value.at("from").get_to(channel.from);
  value.at("to").get_to(channel.to);
  value.at("language").get_to(channel.language);
  value.at("quiet_from").get_to(channel.quiet_from);
  value.at("quiet_until").get_to(channel.quiet_until);
  channel.since = Instant{Milliseconds{value.at("since").get<std::int64_t>()}};
  return channel;
}

}  // namespace

std::vector<Channel> channels_in(Reading& reading) {
  std::vector<Channel> channels;
  const auto text = reading.setting(key_channels);
  if (!text) return channels;
  try {
    for (const auto& value : json::parse(*text)) channels.push_back(from_json(value));
  } catch (const json::exception&) {
    throw Error(Error::Kind::Fault, "channels_unreadable",
                mark("the setting notify.channels is not as this program writes it; set the channels up anew"));
  }
  return channels;
}

void put_channels(Writing& writing, std::span<const Channel> channels) {
  auto list = json::array();
  for (const auto& channel : channels) list.push_back(to_json(channel));
  writing.put_setting(key_channels, list.dump());
}

}  // namespace engine
