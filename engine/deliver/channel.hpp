#pragma once

#include "engine/instant.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// One way out of the house. There is none until somebody sets one up. The secret itself is never here.
struct Channel {
  std::string name;
  std::string kind;                     // "wecom" | "dingtalk" | "feishu" | "webhook" | "smtp"
  std::string url;                      // base URL; smtp://host:port
  std::string secret_file;              // key, token and signing secret, or user and password; may be empty for smtp
  std::vector<std::string> recipients;  // of the outbox: a person's id, "role:NAME"; "*" is everybody
  std::string from, to;                 // mail addresses of smtp
  std::string language = "zh_CN";
  int quiet_from = 20 * 60;  // minutes of the recipient's local day; equal to quiet_until: never quiet
  int quiet_until = 8 * 60;
  Instant since{};  // older messages are not sent through it

  friend bool operator==(const Channel&, const Channel&) = default;
};

/// Most messages in any minute, what is gathered into one digest, and when to give up.
inline constexpr std::int64_t per_minute = 15;
inline constexpr std::size_t digest_above = 5;
inline constexpr std::size_t digest_most = 50;
inline constexpr int attempts_most = 10;

/// True if messages for `recipient`, posted at `created_at`, go through the channel.
[[nodiscard]] bool takes(const Channel& channel, std::string_view recipient, Instant created_at);

}  // namespace engine
