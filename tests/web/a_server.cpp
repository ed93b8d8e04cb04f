#include "tests/web/a_server.hpp"

#include <array>
#include <cstdlib>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace web {

Answer Mirror::answer(const Request& request) {
  if (!request.path.empty() && request.path[0] == "listen") {
    Listening listening{std::atoll(std::string(request.asked("after")).c_str()), std::nullopt};
    if (!request.asked("wait").empty()) listening.wait_seconds = std::atoi(std::string(request.asked("wait")).c_str());
    return Answer().listen(listening);
  }
  if (!request.path.empty() && request.path[0] == "throw") throw std::bad_alloc();
  std::string text = request.method;
  for (const auto& segment : request.path) text += "|" + segment;
  for (const auto& [name, value] : request.query) text += "|" + name + "=" + value;
  return Answer().body(text + "|" + request.body, "text/plain");
}

Answer Mirror::refuse(int status, const Request&) { return Answer(status).body("refused", "text/plain"); }

std::optional<News> Mirror::may_hear(const Request&, News news) {
  std::erase(news.cases, "of others");
  return ended ? std::nullopt : std::optional(news);
}

Served::Served(Application& application, const Limits& limits)
    : server_({"127.0.0.1", 0, {}, {}}, limits, application, hub), thread_([this] { server_.run(); }) {}

Served::~Served() {
  server_.stop();
  thread_.join();
}

Line::Line(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{5, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) std::abort();
}

Line::~Line() { ::close(socket_); }

bool Line::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::string Line::until(std::string_view end) const {
  std::string text;
  std::array<char, 4096> part{};
  while (end.empty() || text.find(end) == std::string::npos) {
    const auto size = ::recv(socket_, part.data(), part.size(), 0);
    if (size <= 0) break;
    text.append(part.data(), static_cast<std::size_t>(size));
  }
  return text;
}

std::string exchange(std::uint16_t port, std::string_view bytes) {
  const Line line(port);
  line.send(bytes);
  return line.rest();
}

int status_in(std::string_view answer) {
  return answer.starts_with("HTTP/1.1 ") && answer.size() > 12 ? std::atoi(std::string(answer.substr(9, 3)).c_str())
                                                               : 0;
}

}  // namespace web
