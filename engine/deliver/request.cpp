#include "engine/deliver/request.hpp"

#include "engine/deliver/seal.hpp"
#include "engine/json.hpp"

#include <algorithm>
#include <array>

namespace engine {
namespace {

using nlohmann::json;

struct Keys {
  std::string first, second;
};

Keys keys_of(std::string_view secret) {
  constexpr std::string_view gaps = " \t\r\n";
  Keys keys;
  for (std::string* key : {&keys.first, &keys.second}) {
    secret.remove_prefix(std::min(secret.find_first_not_of(gaps), secret.size()));
    const auto end = std::min(secret.find_first_of(gaps), secret.size());
    *key = secret.substr(0, end);
    secret.remove_prefix(end);
  }
  return keys;
}

std::string seconds(Instant now) { return std::to_string(now.time_since_epoch().count() / 1000); }
std::string millis(Instant now) { return std::to_string(now.time_since_epoch().count()); }
std::string full(const Letter& letter) { return letter.subject + "\n" + letter.text; }

PostRequest wecom(const Channel& channel, const Keys& keys, const Letter& letter, Instant) {
  const json body{{"msgtype", "text"}, {"text", {{"content", full(letter)}}}};
  return {channel.url + "/cgi-bin/webhook/send?key=" + url_encoded(keys.first), {}, body.dump()};
}

// The secret is the key, the time in milliseconds and the secret are the message.
PostRequest dingtalk(const Channel& channel, const Keys& keys, const Letter& letter, Instant now) {
  const json body{{"msgtype", "text"}, {"text", {{"content", full(letter)}}}};
  const auto sign = base64(hmac_sha256(keys.second, millis(now) + "\n" + keys.second));
  return {channel.url + "/robot/send?access_token=" + url_encoded(keys.first) + "&timestamp=" + millis(now) +
              "&sign=" + url_encoded(sign),
          {},
          body.dump()};
}

// The other way round: the time in seconds and the secret are the key, the message is empty.
PostRequest feishu(const Channel& channel, const Keys& keys, const Letter& letter, Instant now) {
  const auto sign = base64(hmac_sha256(seconds(now) + "\n" + keys.second, ""));
  const json body{
      {"timestamp", seconds(now)}, {"sign", sign}, {"msg_type", "text"}, {"content", {{"text", full(letter)}}}};
  return {channel.url + "/open-apis/bot/v2/hook/" + url_encoded(keys.first), {}, body.dump()};
}

PostRequest webhook(const Channel& channel, const Keys& keys, const Letter& letter, Instant now) {
  const auto body = json{{"id", letter.id}, {"subject", letter.subject}, {"text", letter.text}}.dump();
  const auto sign = lower_hex(hmac_sha256(keys.first, letter.id + "." + seconds(now) + "." + body));
  return {channel.url,
          {"Webhook-Id: " + letter.id, "Webhook-Timestamp: " + seconds(now), "Webhook-Signature: sha256=" + sign},
          body};
}

struct Kind {
  std::string_view name, url, code;  // code: the field of the answer that must be 0; empty: the status alone counts
  PostRequest (*make)(const Channel&, const Keys&, const Letter&, Instant);
};
constexpr std::array kinds{
    Kind{"wecom", "https://qyapi.weixin.qq.com", "errcode", wecom},
    Kind{"dingtalk", "https://oapi.dingtalk.com", "errcode", dingtalk},
    Kind{"feishu", "https://open.feishu.cn", "code", feishu},
    Kind{"webhook", "", "", webhook},
};

// One sentence of the catalogue, whatever the receiver said.
std::string refused_with(const std::string& what) { return "the receiver refused it (" + what + ")"; }

std::string code_failure(std::string_view field, std::string_view body) {
  const auto answer = json::parse(body, nullptr, false);
  const auto code = answer.is_object() ? answer.find(field) : answer.end();
  if (code == answer.end() || !code->is_number_integer()) return refused_with("no " + std::string(field));
  return *code == 0 ? std::string() : refused_with(std::string(field) + " " + code->dump());
}

}  // namespace

std::string_view official_url(std::string_view kind) {
  const auto* found = std::ranges::find(kinds, kind, &Kind::name);
  return found == kinds.end() ? std::string_view() : found->url;
}

PostRequest post_request(const Channel& channel, std::string_view secret, const Letter& letter, Instant now) {
  const auto* found = std::ranges::find(kinds, channel.kind, &Kind::name);
  if (found == kinds.end()) return {};
  auto request = found->make(channel, keys_of(secret), letter, now);
  request.headers.emplace_back("Content-Type: application/json; charset=utf-8");
  return request;
}

std::size_t text_most(std::string_view kind) {
  constexpr std::size_t robot = 2048, chat = 16'000, letter = 64'000;
  if (kind == "wecom") return robot;
  return kind == "dingtalk" || kind == "feishu" ? chat : letter;
}

std::string post_failure(std::string_view kind, long status, std::string_view body) {
  if (status < 200 || status > 299) return refused_with("HTTP " + std::to_string(status));
  const auto* found = std::ranges::find(kinds, kind, &Kind::name);
  return found == kinds.end() || found->code.empty() ? std::string() : code_failure(found->code, body);
}

std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#\\"));
  if (const auto at = url.rfind('@'); at != std::string_view::npos) url.remove_prefix(at + 1);
  const auto end = url.starts_with('[') ? url.find(']') + 1 : url.find(':');
  std::string host(url.substr(0, end));
  for (char& c : host)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return host;
}

}  // namespace engine
