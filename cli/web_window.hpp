#pragma once

#include "cli/change_follower.hpp"
#include "cli/sodium_password_hash.hpp"
#include "engine/accounts/accounts.hpp"
#include "web/api/application.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

namespace cli {

/// What the web server of `serve` is told about the place it works in.
struct WindowPlace {
  web::Listen listen;
  std::string database;
  std::string organisation;
  bool practice = false;
  std::function<void(std::string_view)> log{};  // takes the faults of the world that a client is told as 5xx
};

/// Reads "ADDRESS:PORT", "[::1]:PORT" or "PORT" into `listen`; Fault (Usage) if it is none of them.
void read_address(std::string_view text, web::Listen& listen);

/// True if only this machine can come to the address.
[[nodiscard]] bool is_loopback(std::string_view address);

/// The web server, on threads of its own while it lives. Its end lets requests under way finish.
class WebWindow {
 public:
  /// `desk` outlives it. Throws engine::Error if the address cannot be had.
  WebWindow(const WindowPlace& place, engine::Desk& desk);
  ~WebWindow();
  WebWindow(const WebWindow&) = delete;
  WebWindow& operator=(const WebWindow&) = delete;

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }

 private:
  web::Hub hub_;
  web::Office office_;
  SodiumPasswordHash hash_;
  engine::Accounts accounts_;
  web::Pages pages_;
  web::Window window_;
  web::Server server_;
  ChangeFollower follower_;
  std::thread thread_;
};

}  // namespace cli
