#pragma once

#include <string>
#include <string_view>

namespace engine {

/// SHA-256 of the bytes as 64 lowercase hex digits. Thread-safe.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace engine
