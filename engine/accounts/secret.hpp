#pragma once

#include <string>
#include <string_view>

namespace engine {

/// 256 random bits as 64 hex digits: shown once, never stored. Throws engine::Error if the system gives no randomness.
[[nodiscard]] std::string new_secret();

/// True for 64 lowercase hex digits: anything else is refused before it costs anything.
[[nodiscard]] bool is_secret(std::string_view text);

/// What of a secret is stored: its SHA-256. A secret of 256 bits needs no salt.
[[nodiscard]] std::string digest_of_secret(std::string_view secret);

/// A second secret that follows from the first (HMAC-SHA256 under it), for `purpose`; the first does not follow from
/// it.
[[nodiscard]] std::string derived_secret(std::string_view secret, std::string_view purpose);

/// Compares in a time that does not depend on where the texts differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

}  // namespace engine
