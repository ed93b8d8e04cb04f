#include "cli/notify_order.hpp"

#include "cli/vocabulary.hpp"
#include "engine/deliver/channels.hpp"
#include "engine/deliver/request.hpp"
#include "engine/mark.hpp"
#include "engine/schedule/nightly.hpp"

#include <filesystem>

namespace cli {
namespace {
using engine::mark;

int minutes(std::string_view time, const std::string& quiet) {
  if (const auto at = engine::read_time_of_day(time))
    return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(*at).count());
  throw wrong_words(mark("--quiet {0}: write it as HH:MM-HH:MM, e.g. 20:00-08:00, or none"), quiet);
}

void take_quiet(engine::Channel& channel, const std::string& quiet) {
  if (quiet == "none") {
    channel.quiet_from = channel.quiet_until = 0;
    return;
  }
  const auto dash = quiet.find('-');
  channel.quiet_from = minutes(std::string_view(quiet).substr(0, dash), quiet);
  channel.quiet_until = minutes(dash == std::string::npos ? "" : std::string_view(quiet).substr(dash + 1), quiet);
}

}  // namespace

engine::Channel channel_from(const Arguments& arguments, const std::string& name) {
  engine::Channel channel;
  channel.name = name;
  channel.kind = arguments.text_or("--kind", "");
  channel.url = arguments.text_or("--url", engine::official_url(channel.kind));
  while (channel.url.ends_with('/') && channel.kind != "webhook") channel.url.pop_back();
  channel.recipients = arguments.all("--for");
  channel.from = arguments.text_or("--from", "");
  channel.to = arguments.text_or("--to", "");
  channel.language = arguments.text_or("--language", "zh_CN");
  take_quiet(channel, arguments.text_or("--quiet", "20:00-08:00"));
  const auto fault = engine::fault_of(channel, arguments.has("--plain"));
  if (fault.message != nullptr) throw wrong_words(fault.message, fault.word);
  if (const auto file = arguments.text("--secret-file"))
    channel.secret_file = std::filesystem::absolute(*file).string();
  if (channel.secret_file.empty() && channel.kind != "smtp")
    throw wrong_words(mark("say with --secret-file where the secret of the channel {0} is"), name);
  return channel;
}

void check_recipients(const engine::Channel& channel, const engine::World& world) {
  constexpr std::string_view role = "role:";
  for (const std::string_view each : channel.recipients) {
    const bool known =
        each == "*" || world.person(each) != nullptr || (each.starts_with(role) && is_role(each.substr(role.size())));
    if (!known) throw wrong_words(mark("--for {0}: a person of the roster, role:ROLE, or * for everybody"), each);
  }
}

}  // namespace cli
