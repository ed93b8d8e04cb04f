#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// One connection to the server on the loopback, without blocking.
class Wire {
 public:
  explicit Wire(std::uint16_t port);
  ~Wire();
  Wire(Wire&& other) noexcept;
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;
  Wire& operator=(Wire&&) = delete;

  void send(std::string_view bytes) const;
  /// Takes what has come; throws if the server hung up.
  void take();
  /// A whole answer with a Content-Length has come. Forgets it and gives its status; 0 if it has not come yet.
  int answered();
  [[nodiscard]] int descriptor() const { return socket_; }

  std::string text;  // came and was not forgotten yet

 private:
  int socket_;
};

/// How many requests a second are answered when every one of `connections` asks again as soon as it has its answer.
/// `request(n)` makes the n-th. Throws if one is answered with another status than `wanted`.
double asked_a_second(std::uint16_t port, int connections, double seconds, int wanted,
                      const std::function<std::string(int)>& request);

/// Waits until something can be read on one of the wires, `milliseconds` at most, and takes it.
/// False if nothing came.
bool take_any(std::vector<Wire>& wires, int milliseconds);

}  // namespace bench
