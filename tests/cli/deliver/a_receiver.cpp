#include "tests/cli/deliver/a_receiver.hpp"

#include <array>
#include <stdexcept>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tests {
namespace {

std::string hear_request(int guest) {
  std::string request;
  std::array<char, 4096> bytes{};
  for (;;) {
    const auto head = request.find("\r\n\r\n");
    const auto length = header_in(request, "Content-Length");
    if (head != std::string::npos && request.size() >= head + 4 + (length.empty() ? 0 : std::stoul(length)))
      return request;
    const auto got = ::recv(guest, bytes.data(), bytes.size(), 0);
    if (got <= 0) return request;
    request.append(bytes.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

Receiver::Receiver(Judge judge)
    : judge_(std::move(judge)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* place = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_, place, size) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, place, &size) != 0)
    throw std::runtime_error("no port on the loopback");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

Receiver::~Receiver() {
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  for (const int guest : silent_) ::close(guest);
  ::close(listener_);
}

std::vector<std::string> Receiver::requests(std::size_t wanted) {
  std::unique_lock lock(mutex_);
  heard_.wait_for(lock, std::chrono::seconds{20}, [&] { return requests_.size() >= wanted; });
  return requests_;
}

void Receiver::serve() {
  for (int guest = ::accept(listener_, nullptr, nullptr); guest >= 0; guest = ::accept(listener_, nullptr, nullptr))
    hear(guest);
}

void Receiver::hear(int guest) {
  auto request = hear_request(guest);
  const std::lock_guard lock(mutex_);
  requests_.push_back(std::move(request));
  const int status = judge_(static_cast<int>(requests_.size()));
  heard_.notify_all();
  if (status == 0) return silent_.push_back(guest);
  const auto answer = "HTTP/1.1 " + std::to_string(status) + " x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  static_cast<void>(::send(guest, answer.data(), answer.size(), MSG_NOSIGNAL));
  ::close(guest);
}

std::string header_in(const std::string& request, const std::string& name) {
  const auto at = request.find("\r\n" + name + ": ");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 4;
  return request.substr(from, request.find("\r\n", from) - from);
}

}  // namespace tests
