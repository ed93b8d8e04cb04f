#include "engine/deliver/channels.hpp"
#include "engine/deliver/request.hpp"
#include "engine/mark.hpp"

#include <algorithm>
#include <array>

namespace engine {
namespace {

constexpr std::size_t longest_name = 40;

struct KindRule {
  std::string_view name;
  std::array<std::string_view, 2> schemes;
  std::size_t fewest, most;  // words of the secret
};
constexpr std::array kinds{
    KindRule{"wecom", {"https://", "http://"}, 1, 1},  KindRule{"dingtalk", {"https://", "http://"}, 2, 2},
    KindRule{"feishu", {"https://", "http://"}, 2, 2}, KindRule{"webhook", {"https://", "http://"}, 1, 1},
    KindRule{"smtp", {"smtps://", "smtp://"}, 2, 2},
};

bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= longest_name && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

bool is_here(std::string_view host) { return host == "localhost" || host == "[::1]" || host.starts_with("127."); }

bool is_link_local(std::string_view host) {
  return host.starts_with("169.254.") || host.starts_with("[fe8") || host.starts_with("[fe9") ||
         host.starts_with("[fea") || host.starts_with("[feb") || host.starts_with("[::ffff:169.254.") ||
         host == "metadata" || host.starts_with("metadata.");
}

bool holds_more(std::string_view url) {
  return std::ranges::any_of(url, [](char c) {
    return static_cast<unsigned char>(c) <= 0x20U || c == 0x7F || c == '@' || c == '?' || c == '#' || c == '\\';
  });
}

ChannelFault fault_of_url(const Channel& channel, const KindRule& rule, bool plain) {
  const auto& url = channel.url;
  const auto host = host_of(url);
  if (std::ranges::none_of(rule.schemes, [&](auto scheme) { return url.starts_with(scheme); }) || host.empty())
    return {mark("--url {0} is no address for this kind of channel"), url};
  if (holds_more(url))
    return {mark("--url {0}: names, passwords, keys and queries do not belong into the address but into the secret "
                 "file"),
            url};
  if (is_link_local(host)) return {mark("--url {0}: nothing is ever sent to a link-local address"), url};
  if (url.starts_with("http://") && !is_here(host) && !plain)
    return {mark("--url {0}: messages go out over https, or http to this machine; --plain permits http elsewhere"),
            url};
  return {};
}

std::size_t words_in(std::string_view secret) {
  std::size_t words = 0;
  bool within = false;
  for (const char c : secret) {
    const bool gap = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    words += !gap && !within ? 1 : 0;
    within = !gap;
  }
  return words;
}

}  // namespace

ChannelFault fault_of(const Channel& channel, bool plain) {
  const auto* rule = std::ranges::find(kinds, channel.kind, &KindRule::name);
  if (!is_word(channel.name))
    return {mark("{0} is no name for a channel: up to 40 small letters, digits, - and _"), channel.name};
  if (rule == kinds.end())
    return {mark("there is no kind of channel \"{0}\": wecom, dingtalk, feishu, webhook, smtp"), channel.kind};
  if (channel.recipients.empty()) return {mark("say with --for who is told through the channel {0}"), channel.name};
  if (channel.language != "zh_CN" && channel.language != "en")
    return {mark("there is no language \"{0}\": zh_CN, en"), channel.language};
  if (channel.kind == "smtp" && (channel.from.empty() || channel.to.empty()))
    return {mark("a mail needs --from and --to: {0}"), channel.name};
  return fault_of_url(channel, *rule, plain);
}

ChannelFault fault_of_secret(const Channel& channel, std::string_view secret) {
  const auto* rule = std::ranges::find(kinds, channel.kind, &KindRule::name);
  const auto words = words_in(secret);
  if (rule == kinds.end() || (words >= rule->fewest && words <= rule->most)) return {};
  return {mark("the secret file holds KEY for wecom and webhook, TOKEN SECRET for dingtalk, HOOK SECRET for feishu, "
               "USER PASSWORD for smtp; {0} does not"),
          channel.secret_file};
}

}  // namespace engine
