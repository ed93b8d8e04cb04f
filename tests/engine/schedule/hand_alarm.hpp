#pragma once

#include "engine/schedule/ports.hpp"
#include "tests/engine/office.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace toy {

/// An alarm that is turned by hand: waiting moves the clock on, and nothing really waits. `on_wait` plays the rest of
/// the world; it is told how long the scheduler would wait and may shorten it.
class HandAlarm : public engine::Alarm {
 public:
  using World = std::function<Woke(engine::Milliseconds at_most)>;

  explicit HandAlarm(SetClock& clock) : clock_(clock) {}

  Woke wait(engine::Milliseconds at_most) override {
    waits.push_back(at_most);
    if (stop) return Woke::Stop;
    const Woke woke = on_wait ? on_wait(at_most) : Woke::Time;
    if (woke == Woke::Time) pass(at_most);
    return stop ? Woke::Stop : woke;
  }
  [[nodiscard]] bool stop_requested() const override { return stop; }
  [[nodiscard]] engine::Milliseconds uptime() const override { return uptime_; }

  /// Time passes, for the wall clock and the uptime alike.
  void pass(engine::Milliseconds time) {
    clock_.set(clock_.now() + time);
    uptime_ += time;
  }

  World on_wait;
  bool stop = false;
  std::vector<engine::Milliseconds> waits;

 private:
  SetClock& clock_;
  engine::Milliseconds uptime_{};
};

}  // namespace toy
