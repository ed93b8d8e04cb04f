#pragma once

#include "web/http/server.hpp"

#include <atomic>
#include <string>
#include <string_view>
#include <thread>

namespace web {

/// Answers with what was asked, so that a test sees what reached the application.
class Mirror : public Application {
 public:
  [[nodiscard]] Lane lane(const Request& request) const override {
    return request.method == "GET" ? Lane::Reading : Lane::Writing;
  }
  [[nodiscard]] Answer answer(const Request& request) override;
  [[nodiscard]] Answer refuse(int status, const Request& request) override;
  [[nodiscard]] std::optional<News> may_hear(const Request& request, News news) override;

  std::atomic<bool> ended = false;  // whoever listens may do so no more
};

/// A server on a free port of the loopback while it lives.
class Served {
 public:
  explicit Served(Application& application, const Limits& limits = {});
  ~Served();
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  Hub hub;

 private:
  Server server_;
  std::thread thread_;
};

/// One connection of a client that sends what it likes.
class Line {
 public:
  explicit Line(std::uint16_t port);
  ~Line();
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  /// False once the other side has closed.
  bool send(std::string_view bytes) const;
  /// What arrives until `end` is seen, the other side closes, or 5 s have passed.
  [[nodiscard]] std::string until(std::string_view end) const;
  /// What arrives until the other side closes.
  [[nodiscard]] std::string rest() const { return until({}); }

 private:
  int socket_;
};

/// Sends `bytes` on a line of its own and gives all that is answered until the server closes.
[[nodiscard]] std::string exchange(std::uint16_t port, std::string_view bytes);
/// The status of an answer, 0 if there was none.
[[nodiscard]] int status_in(std::string_view answer);

}  // namespace web
