#pragma once

#include "engine/instant.hpp"

#include <string>

namespace engine {

/// A UUIDv7 (RFC 9562) in its 36-character text form: sorted by `at`, then by order of making within this process,
/// unique among processes by 62 random bits. Thread-safe.
[[nodiscard]] std::string make_uuid(Instant at);

}  // namespace engine
