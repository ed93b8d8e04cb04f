#include "cli/notify_answer.hpp"

#include "cli/table.hpp"
#include "engine/deliver/request.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "workflows/answers/deliveries_json.hpp"

#include <functional>

namespace cli {
namespace {
using engine::mark;
using Rows = std::vector<std::vector<std::string>>;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void tell_table(Session& session, const std::vector<const char*>& heading, const Rows& rows) {
  std::vector<std::string> words;
  for (const char* word : heading) words.push_back(session.language().translate(word));
  session.out().write(draw_table(words, rows));
}

/// The state of the deliveries as this person may see it.
void look(Session& session, const std::vector<engine::Channel>& channels,
          const std::function<void(engine::Reading&, const engine::DeliveryOverview&, engine::Sight&)>& tell) {
  session.read([&](engine::Reading& reading, const engine::World&) {
    auto sight = session.desk().sight(reading, session.actor());
    tell(reading, engine::overview_of(reading, channels), sight);
  });
}

void tell_sendings(Session& session, engine::Reading& reading, const std::vector<engine::Sending>& sendings,
                   engine::Sight& sight) {
  const auto zone = session.zone_of("");
  Rows rows;
  for (const auto& sending : sendings) {
    const auto& row = sending.row;
    rows.push_back({row.message, row.channel, joined(workflows::cases_of(reading, sending, sight)),
                    std::to_string(row.attempts), at_words(row.tried_at, zone),
                    fault_words(session.language(), row.error)});
  }
  tell_table(session, {mark("Id"), mark("Channel"), mark("Case"), mark("Attempts"), mark("Last"), mark("Why")}, rows);
}

void tell_channels(Session& session, const std::vector<engine::ChannelState>& states) {
  Rows rows;
  for (const auto& state : states) {
    const auto& channel = state.channel;
    rows.push_back({channel.name, channel.kind, engine::host_of(channel.url), joined(channel.recipients),
                    workflows::quiet_words(channel), std::to_string(state.waiting), std::to_string(state.trying),
                    std::to_string(state.dead)});
  }
  tell_table(session,
             {mark("Channel"), mark("Kind"), mark("Host"), mark("For"), mark("Quiet"), mark("Waiting"), mark("Trying"),
              mark("Given up")},
             rows);
}

}  // namespace

void tell_deliveries(Session& session, const std::vector<engine::Channel>& channels) {
  look(session, channels,
       [&](engine::Reading& reading, const engine::DeliveryOverview& overview, engine::Sight& sight) {
         if (session.json())
           return session.print(
               workflows::deliveries_json(reading, overview, session.zone_of(""), sight, session.language()));
         if (channels.empty())
           return session.out().line(session.say(
               mark("there is no channel: nothing leaves this house; `maotiao notify add --help` shows how to "
                    "set one up")));
         tell_channels(session, overview.channels);
         if (!overview.trying.empty()) {
           session.out().line(session.say(mark("Tried in vain, to be tried again:")));
           tell_sendings(session, reading, overview.trying, sight);
         }
         if (!overview.dead.empty())
           session.out().line(session.say(mark("Some messages were given up: maotiao notify dead")));
       });
}

void tell_dead(Session& session, const std::vector<engine::Channel>& channels) {
  look(
      session, channels, [&](engine::Reading& reading, const engine::DeliveryOverview& overview, engine::Sight& sight) {
        const auto json = workflows::deliveries_json(reading, overview, session.zone_of(""), sight, session.language());
        if (session.json()) return session.print({{"dead", json.at("dead")}});
        if (overview.dead.empty()) return session.out().line(session.say(mark("no message was given up")));
        tell_sendings(session, reading, overview.dead, sight);
        session.out().line(session.say(mark("Send one again: maotiao notify resend ID; all of them: resend all")));
      });
}

void tell_test(Session& session, const engine::Channel& channel, const std::string& failure) {
  const auto said = fault_words(session.language(), failure);
  if (session.json()) return session.print({{"channel", channel.name}, {"taken", failure.empty()}, {"error", said}});
  const auto host = engine::host_of(channel.url);
  if (failure.empty())
    return session.out().line(session.say(mark("{0} took the test message of the channel {1}."), host, channel.name));
  session.out().line(
      session.say(mark("{0} did not take the test message of the channel {1}: {2}"), host, channel.name, said));
}

}  // namespace cli
