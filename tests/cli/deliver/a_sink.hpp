#pragma once

#include <cstdint>
#include <string>
#include <thread>

namespace tests {

/// A server on the loopback that talks to one guest and keeps every byte it was sent.
class Sink {
 public:
  /// Answers one HTTP request with `answer`, or if that is empty speaks SMTP.
  explicit Sink(std::string answer);
  ~Sink();
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// All that was received, once the guest has gone.
  [[nodiscard]] const std::string& received();

 private:
  void serve();

  int listener_;
  std::uint16_t port_ = 0;
  std::string answer_, received_;
  std::thread thread_;
};

}  // namespace tests
