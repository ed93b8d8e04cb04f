#include "cli/clocks.hpp"
#include "cli/commands.hpp"
#include "cli/deliver/post.hpp"
#include "cli/deliver/secret_file.hpp"
#include "cli/notify_answer.hpp"
#include "cli/notify_order.hpp"
#include "cli/session.hpp"
#include "cli/setting_keys.hpp"
#include "engine/accounts/rows.hpp"
#include "engine/deliver/channels.hpp"
#include "engine/deliver/claim.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/uuid.hpp"
#include "workflows/answers/letter.hpp"

#include <algorithm>
#include <iterator>

namespace cli {
namespace {
using engine::Channel;
using engine::mark;
using Kind = engine::Error::Kind;

std::vector<Option> options(std::string_view) {
  return {
      {"action", "list|add|remove|test|dead|resend",
       mark("list (also when left out): the channels and what waits; set a channel up; remove it; send one test "
            "message now; what was given up; send that again")},
      {"what", "NAME|ID", mark("the channel; for resend: the id of a message, or all")},
      {"--kind", "wecom|dingtalk|feishu|webhook|smtp", mark("what the channel is")},
      {"--url", "URL", mark("where it is; left out: the official address of wecom, dingtalk and feishu")},
      {"--secret-file", "FILE", mark("where the server reads the secret; nobody else may read the file")},
      {"--for", "PERSON|role:ROLE|*", mark("whose alerts go through it"), Option::Need::Many},
      {"--from", "ADDRESS", mark("of a mail: the sender")},
      {"--to", "ADDRESS", mark("of a mail: the receiver")},
      {"--language", "zh_CN|en", mark("the language of the messages; left out: zh_CN")},
      {"--quiet", "HH:MM-HH:MM", mark("when only overdue limits are told; left out: 20:00-08:00; none: never")},
      {"--plain", "", mark("permit http to another machine")},
  };
}

const Channel& named(const std::vector<Channel>& channels, const std::string& name) {
  const auto found = std::ranges::find(channels, name, &Channel::name);
  if (found != channels.end()) return *found;
  throw Fault(Kind::NotFound, "no_such_channel", mark("there is no channel \"{0}\"; `maotiao notify` lists them"),
              name);
}

std::vector<Channel> all_channels(Session& session) {
  std::vector<Channel> channels;
  session.read([&](engine::Reading& reading, const engine::World&) { channels = engine::channels_in(reading); });
  return channels;
}

std::string word(const Arguments& arguments, std::string_view what) {
  if (auto given = arguments.text("what")) return *given;
  throw wrong_words(mark("{0} is missing; `maotiao {1} --help` shows what the command takes"), what, "notify");
}

int told(Session& session, const std::string& name, const std::string& sentence) {
  if (session.json()) {
    session.print({{"channel", name}, {"done", true}});
  } else {
    session.out().line(sentence);
  }
  return exit_done;
}

/// Whom the centre's messages go to is as much a matter of trust as who may come in: the audit trail has it.
void note_act(engine::Writing& writing, Session& session, const char* action, const Channel& channel) {
  writing.accounts().note_act({session.actor().person,
                               action,
                               {},
                               channel.name + " " + channel.kind + " " + engine::host_of(channel.url),
                               session.desk().now()});
}

int add(Session& session, const Arguments& arguments) {
  if (const auto exit = session.denied("notify")) return *exit;
  auto channel = channel_from(arguments, word(arguments, "NAME"));
  channel.since = session.desk().now();
  session.read([&](engine::Reading&, const engine::World& world) { check_recipients(channel, world); });
  static_cast<void>(secret_of(channel));  // what cannot be read now would fail at night
  session.store().write([&](engine::Writing& writing) {
    auto channels = engine::channels_in(writing);
    if (std::ranges::find(channels, channel.name, &Channel::name) != channels.end())
      throw wrong_words(mark("the channel {0} is there already; remove it first"), channel.name);
    channels.push_back(channel);
    engine::put_channels(writing, channels);
    note_act(writing, session, "add_channel", channel);
  });
  return told(session, channel.name,
              session.say(mark("The channel {0} is set up; what is alerted from now on goes through it while `maotiao "
                               "serve` runs. Try it: maotiao notify test {0}"),
                          channel.name));
}

int remove(Session& session, const Arguments& arguments) {
  if (const auto exit = session.denied("notify")) return *exit;
  const auto name = word(arguments, "NAME");
  session.store().write([&](engine::Writing& writing) {
    auto channels = engine::channels_in(writing);
    note_act(writing, session, "remove_channel", named(channels, name));
    std::erase_if(channels, [&](const Channel& channel) { return channel.name == name; });
    engine::put_channels(writing, channels);
  });
  return told(session, name, session.say(mark("The channel {0} is removed; nothing more goes through it."), name));
}

std::string organisation_of(Session& session) {
  std::string name;
  session.read(
      [&](engine::Reading& reading, const engine::World&) { name = reading.setting(key_organisation).value_or(""); });
  return name;
}

int test(Session& session, const Arguments& arguments) {
  if (const auto exit = session.denied("notify")) return *exit;
  const auto channel = named(all_channels(session), word(arguments, "NAME"));
  const auto now = session.desk().now();
  const auto letter = workflows::test_letter(channel, "test-" + engine::make_uuid(now), organisation_of(session));
  // The machine's clock: a receiver refuses a signature that a practice clock has dated.
  const auto failure =
      post_letter(channel, secret_of(channel), letter, RealClock().now(), {engine::host_of(channel.url)});
  tell_test(session, channel, failure);
  return failure.empty() ? exit_done : exit_fault;
}

int list(Session& session, const Arguments&) {
  if (const auto exit = session.denied("deliveries")) return *exit;
  tell_deliveries(session, all_channels(session));
  return exit_done;
}

int dead(Session& session, const Arguments&) {
  if (const auto exit = session.denied("deliveries")) return *exit;
  tell_dead(session, all_channels(session));
  return exit_done;
}

std::vector<std::string> dead_ids(engine::Writing& writing) {
  std::vector<std::string> ids;
  constexpr std::int64_t most = 100'000;
  for (const auto& row : writing.deliveries().in_state(engine::Delivery::State::Dead, most)) ids.push_back(row.message);
  return ids;
}

int resend(Session& session, const Arguments& arguments) {
  if (const auto exit = session.denied("deliveries")) return *exit;
  const auto id = word(arguments, "ID");
  const auto now = session.desk().now();
  std::int64_t again = 0;
  session.store().write([&](engine::Writing& writing) {
    for (const auto& each : id == "all" ? dead_ids(writing) : std::vector{id})
      again += engine::resend_delivery(writing, each, now) ? 1 : 0;
  });
  if (again == 0 && id != "all")
    throw Fault(Kind::NotFound, "no_dead_message",
                mark("no message {0} was given up; `maotiao notify dead` lists those that were"), id);
  if (session.json()) {
    session.print({{"resent", again}});
  } else {
    session.out().line(session.say(mark("{0} messages are tried again, under the same ids."), again));
  }
  return exit_done;
}

struct Action {
  std::string_view name;
  int (*run)(Session& session, const Arguments& arguments);
};
constexpr Action actions[] = {
    {"list", list}, {"add", add}, {"remove", remove}, {"test", test}, {"dead", dead}, {"resend", resend},
};

int run(Session& session, const Arguments& arguments) {
  const auto name = arguments.text_or("action", "list");
  const auto* action = std::ranges::find(actions, name, &Action::name);
  if (action == std::end(actions))
    throw wrong_words(mark("there is no action \"{0}\": {1}"), name, "list add remove test dead resend");
  return action->run(session, arguments);
}

}  // namespace

const Command notify_command{
    options, "notify add duty --kind wecom --secret-file /etc/maotiao/duty.key --for role:supervisor", run};

}  // namespace cli
