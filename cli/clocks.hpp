#pragma once

#include "engine/clock.hpp"

#include <chrono>

namespace cli {

/// The machine's clock.
class RealClock : public engine::Clock {
 public:
  [[nodiscard]] engine::Instant now() const override {
    return std::chrono::floor<engine::Milliseconds>(std::chrono::system_clock::now());
  }
};

/// A practice database's clock: it stands where MAOTIAO_NOW set it.
class SetClock : public engine::Clock {
 public:
  void set(engine::Instant at) { at_ = at; }
  [[nodiscard]] engine::Instant now() const override { return at_; }

 private:
  engine::Instant at_{};
};

}  // namespace cli
