#pragma once

#include "engine/instant.hpp"

namespace engine {

/// The only thing that knows the time.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

}  // namespace engine
