#pragma once

#include <string>
#include <string_view>

namespace engine {

/// HMAC-SHA256 (RFC 2104), 32 raw bytes.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view message);
/// Base64 with padding (RFC 4648, section 4).
[[nodiscard]] std::string base64(std::string_view bytes);
[[nodiscard]] std::string lower_hex(std::string_view bytes);
/// Percent-encoding of everything that is not unreserved (RFC 3986).
[[nodiscard]] std::string url_encoded(std::string_view text);
/// The text of a mail header as encoded words of at most 75 characters, cut between characters (RFC 2047); control
/// characters become spaces.
[[nodiscard]] std::string mail_header(std::string_view text);

}  // namespace engine
