#pragma once

#include "engine/instant.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace engine {

/// For so long a step can be told again under its key without being taken twice.
inline constexpr std::chrono::days told_memory{7};

/// A step that was taken under a key its teller chose, so that it is not taken again when the answer was lost.
struct Told {
  std::string person, key;
  std::string digest;  // of all that was told under the key
  std::string case_id;
  std::int64_t seq = 0;  // the entry it became
  Instant at;

  friend bool operator==(const Told&, const Told&) = default;
};

}  // namespace engine
