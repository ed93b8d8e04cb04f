#include "bench/web_client.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {
namespace {

int number_after(std::string_view text, std::string_view mark) {
  const auto at = text.find(mark);
  int number = -1;
  if (at != std::string_view::npos) std::from_chars(text.data() + at + mark.size(), text.data() + text.size(), number);
  return number;
}

}  // namespace

Wire::Wire(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(port);
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0)
    throw std::runtime_error("the server cannot be reached");
}

Wire::Wire(Wire&& other) noexcept : text(std::move(other.text)), socket_(std::exchange(other.socket_, -1)) {}

Wire::~Wire() {
  if (socket_ >= 0) close(socket_);
}

void Wire::send(std::string_view bytes) const {
  if (::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size()))
    throw std::runtime_error("the server took no request");
}

void Wire::take() {
  std::array<char, 65536> buffer;
  const auto size = recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (size == 0) throw std::runtime_error("the server hung up after: " + text.substr(0, 300));
  if (size > 0) text.append(buffer.data(), static_cast<std::size_t>(size));
}

int Wire::answered() {
  const auto head = text.find("\r\n\r\n");
  if (head == std::string::npos) return 0;
  const int length = number_after(text, "Content-Length: ");
  if (length < 0) throw std::runtime_error("an answer without a length: " + text.substr(0, 300));
  if (text.size() < head + 4 + static_cast<std::size_t>(length)) return 0;
  const int status = number_after(text, "HTTP/1.1 ");
  text.erase(0, head + 4 + static_cast<std::size_t>(length));
  return status;
}

bool take_any(std::vector<Wire>& wires, int milliseconds) {
  std::vector<pollfd> wanted;
  wanted.reserve(wires.size());
  for (const auto& wire : wires) wanted.push_back({wire.descriptor(), POLLIN, 0});
  if (poll(wanted.data(), wanted.size(), milliseconds) <= 0) return false;
  for (std::size_t i = 0; i < wires.size(); ++i)
    if (wanted[i].revents != 0) wires[i].take();
  return true;
}

double asked_a_second(std::uint16_t port, int connections, double seconds, int wanted,
                      const std::function<std::string(int)>& request) {
  using Timer = std::chrono::steady_clock;
  std::vector<Wire> wires;
  int asked = 0, answered = 0;
  for (int i = 0; i < connections; ++i) wires.emplace_back(port).send(request(asked++));
  const auto began = Timer::now();
  const auto passed = [&] { return std::chrono::duration<double>(Timer::now() - began).count(); };
  while (passed() < seconds) {
    if (!take_any(wires, 5000)) throw std::runtime_error("the server does not answer any more");
    for (auto& wire : wires) {
      const int status = wire.text.empty() ? 0 : wire.answered();
      if (status == 0) continue;
      if (status != wanted) throw std::runtime_error("answered with status " + std::to_string(status));
      ++answered;
      wire.send(request(asked++));
    }
  }
  return answered / passed();
}

}  // namespace bench
