#include "tests/cli/deliver/a_sink.hpp"

#include <array>
#include <stdexcept>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tests {
namespace {

void say(int guest, const std::string& text) {
  static_cast<void>(::send(guest, text.data(), text.size(), MSG_NOSIGNAL));
}

bool hear(int guest, std::string& into) {
  std::array<char, 4096> bytes{};
  const auto got = ::recv(guest, bytes.data(), bytes.size(), 0);
  if (got > 0) into.append(bytes.data(), static_cast<std::size_t>(got));
  return got > 0;
}

bool is_whole(const std::string& request) {
  const auto head = request.find("\r\n\r\n");
  const auto length = request.find("Content-Length: ");
  return head != std::string::npos && length != std::string::npos &&
         request.size() >= head + 4 + std::stoul(request.substr(length + 16));
}

void speak_smtp(int guest, std::string& received) {
  say(guest, "220 sink\r\n");
  std::size_t at = 0;
  bool letter = false;
  while (hear(guest, received)) {
    for (auto end = received.find("\r\n", at); end != std::string::npos; end = received.find("\r\n", at)) {
      const auto line = received.substr(at, end - at);
      at = end + 2;
      if (letter && line != ".") continue;
      letter = line == "DATA";
      say(guest, letter ? "354 go on\r\n" : line == "QUIT" ? "221 bye\r\n" : "250 yes\r\n");
    }
  }
}

}  // namespace

Sink::Sink(std::string answer) : listener_(::socket(AF_INET, SOCK_STREAM, 0)), answer_(std::move(answer)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* place = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_, place, size) != 0 || ::listen(listener_, 1) != 0 || ::getsockname(listener_, place, &size) != 0)
    throw std::runtime_error("no port on the loopback");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

Sink::~Sink() {
  ::shutdown(listener_, SHUT_RDWR);
  if (thread_.joinable()) thread_.join();
  ::close(listener_);
}

const std::string& Sink::received() {
  if (thread_.joinable()) thread_.join();
  return received_;
}

void Sink::serve() {
  const int guest = ::accept(listener_, nullptr, nullptr);
  if (guest < 0) return;
  if (answer_.empty()) {
    speak_smtp(guest, received_);
  } else {
    while (!is_whole(received_) && hear(guest, received_)) {
    }
    say(guest, answer_);
  }
  ::close(guest);
}

}  // namespace tests
