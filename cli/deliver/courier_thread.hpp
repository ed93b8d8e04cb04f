#pragma once

#include "cli/deliver/courier.hpp"

#include <memory>
#include <stop_token>
#include <thread>

namespace cli {

/// Waits for a change, some time, or the end. After a change it gathers what else comes: for half a second, and for as
/// long as keeps its thread below a twentieth of a core. One thread waits; any thread may ask it to end.
class GatheringAlarm final : public engine::Alarm {
 public:
  explicit GatheringAlarm(std::unique_ptr<engine::Changes> changes);
  ~GatheringAlarm() override;
  GatheringAlarm(const GatheringAlarm&) = delete;
  GatheringAlarm& operator=(const GatheringAlarm&) = delete;

  Woke wait(engine::Milliseconds at_most) override;
  [[nodiscard]] bool stop_requested() const override { return stop_.stop_requested(); }
  [[nodiscard]] engine::Milliseconds uptime() const override;

  void stop();
  [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }

 private:
  [[nodiscard]] bool changed_within(engine::Milliseconds at_most);
  void sleep(engine::Milliseconds time, bool listening) const;

  std::unique_ptr<engine::Changes> changes_;
  std::stop_source stop_;
  int end_;                      // readable when it is to end
  engine::Milliseconds used_{};  // processor time of the waiting thread, when it last came to wait
};

/// A courier on a thread of its own while it lives. Its end takes a second at most, whatever receivers do.
class CourierThread {
 public:
  CourierThread(engine::Desk& desk, std::unique_ptr<engine::Changes> changes, std::string owner, Courier::Tell tell);
  ~CourierThread();
  CourierThread(const CourierThread&) = delete;
  CourierThread& operator=(const CourierThread&) = delete;

 private:
  GatheringAlarm alarm_;
  Courier courier_;
  std::thread thread_;
};

}  // namespace cli
