#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tests {

/// A server on the loopback that takes one HTTP request after another and keeps them.
class Receiver {
 public:
  /// Gives the status for the n-th request (from 1); 0: it hears and never answers.
  using Judge = std::function<int(int n)>;
  explicit Receiver(Judge judge);
  ~Receiver();
  Receiver(const Receiver&) = delete;
  Receiver& operator=(const Receiver&) = delete;

  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  /// Waits, at most 20 s, until so many requests came; gives all there are.
  [[nodiscard]] std::vector<std::string> requests(std::size_t wanted);

 private:
  void serve();
  void hear(int guest);

  Judge judge_;
  int listener_;
  std::uint16_t port_ = 0;
  std::mutex mutex_;
  std::condition_variable heard_;
  std::vector<std::string> requests_;
  std::vector<int> silent_;  // guests that wait for an answer
  std::thread thread_;
};

/// The value of a header in a request.
[[nodiscard]] std::string header_in(const std::string& request, const std::string& name);

}  // namespace tests
