#pragma once

#include "cli/stop_signal.hpp"
#include "engine/schedule/ports.hpp"

namespace cli {

/// Waits on the machine: for time to pass, a commit of anybody, a wall clock that is set, or the wish to end.
class SystemAlarm final : public engine::Alarm {
 public:
  /// Both must outlive the alarm.
  SystemAlarm(engine::Changes& changes, const StopSignal& stop);
  ~SystemAlarm() override;
  SystemAlarm(const SystemAlarm&) = delete;
  SystemAlarm& operator=(const SystemAlarm&) = delete;

  Woke wait(engine::Milliseconds at_most) override;
  [[nodiscard]] bool stop_requested() const override { return stop_.requested(); }
  [[nodiscard]] engine::Milliseconds uptime() const override;

 private:
  void arm_clock_watch() const;
  [[nodiscard]] bool clock_was_set() const;
  [[nodiscard]] Woke breathe() const;
  void sleep(engine::Milliseconds time) const;

  engine::Changes& changes_;
  const StopSignal& stop_;
  int clock_watch_;  // tells when somebody sets the wall clock; -1 if the system cannot
};

}  // namespace cli
