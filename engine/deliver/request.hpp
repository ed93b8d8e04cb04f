#pragma once

#include "engine/deliver/channel.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// What is posted over HTTP.
struct PostRequest {
  std::string url;
  std::vector<std::string> headers;  // "Name: value"
  std::string body;
};

/// What a receiver is told, without personal data; `id` stays the same at every attempt.
struct Letter {
  std::string id;
  std::string subject;
  std::string text;
};

/// The base URL where the file of a channel's setting names none.
[[nodiscard]] std::string_view official_url(std::string_view kind);

/// The request of one HTTP channel, signed as its receiver demands. `secret`: 企业微信 KEY; 钉钉 TOKEN and SECRET; 飞书
/// HOOK and SECRET, parted by a space or a line end; webhook the key of the HMAC over "id.timestamp.body".
[[nodiscard]] PostRequest post_request(const Channel& channel, std::string_view secret, const Letter& letter,
                                       Instant now);

/// Why the receiver did not take it; empty if it did. A chat robot that answers 200 with an error code did not.
[[nodiscard]] std::string post_failure(std::string_view kind, long status, std::string_view body);

/// The most bytes of subject and text together that the receivers of a kind take.
[[nodiscard]] std::size_t text_most(std::string_view kind);

/// The host of a URL in lower case, without user and port; empty if there is none.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace engine
