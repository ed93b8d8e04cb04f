#pragma once

#include "engine/desk.hpp"
#include "engine/schedule/ports.hpp"
#include "web/http/hub.hpp"

#include <memory>
#include <stop_token>
#include <thread>

namespace cli {

/// While it lives, tells the hub of every entry that anybody adds to the history, within a moment.
class ChangeFollower {
 public:
  /// `desk` and `hub` outlive it. `changes` is its own.
  ChangeFollower(std::unique_ptr<engine::Changes> changes, engine::Desk& desk, web::Hub& hub);
  ~ChangeFollower();
  ChangeFollower(const ChangeFollower&) = delete;
  ChangeFollower& operator=(const ChangeFollower&) = delete;

 private:
  void follow(const std::stop_token& stop);
  void publish();

  std::unique_ptr<engine::Changes> changes_;
  engine::Desk& desk_;
  web::Hub& hub_;
  int end_;  // readable when it is to end
  std::jthread thread_;
};

}  // namespace cli
