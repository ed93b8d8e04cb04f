#pragma once

#include "web/http/hub.hpp"
#include "web/http/message.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace web {

/// On which threads a request is answered, so that slow work of one kind never holds up another.
enum class Lane : std::uint8_t { Reading, Writing, Password };

/// What the server has seen of its clients; read from any thread.
struct Traffic {
  std::array<std::atomic<std::uint64_t>, 6> answers{};  // by class of status: answers[2] counts 200 to 299
  std::atomic<std::int64_t> connections = 0;            // open now
  std::atomic<std::int64_t> streams = 0;                // event streams among them
};

/// What answers the requests. Called on many threads at once; what it throws becomes a plain 500.
class Application {
 public:
  virtual ~Application() = default;
  [[nodiscard]] virtual Lane lane(const Request& request) const = 0;
  [[nodiscard]] virtual Answer answer(const Request& request) = 0;
  /// An answer to what never became a request (too large, malformed ...) or could not be answered in time.
  [[nodiscard]] virtual Answer refuse(int status, const Request& request) = 0;
  /// What of the news may be told to who listens on this request's behalf; nothing once they may listen no more. Asked
  /// before anything is told.
  [[nodiscard]] virtual std::optional<News> may_hear(const Request& request, News news) = 0;
  /// Counted by the server that this application answers for.
  [[nodiscard]] Traffic& traffic() { return traffic_; }

 private:
  Traffic traffic_;
};

/// Bounds on what one client can take from the others.
struct Limits {
  std::uint32_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 1024 * 1024;
  std::chrono::milliseconds header_time =
      std::chrono::seconds(10);  // for a whole header, from its first byte (or from connecting)
  std::chrono::milliseconds body_time = std::chrono::seconds(30);
  std::chrono::milliseconds idle_time = std::chrono::seconds(60);  // between two requests of a connection
  std::chrono::milliseconds write_time = std::chrono::seconds(30);
  std::chrono::seconds heartbeat{15};  // of an event stream
  std::size_t connections = 4096;
  std::size_t waiting = 1024;  // requests per lane that are being answered or wait for a thread
};

/// Where the server listens. With a certificate it speaks TLS 1.2 and later only.
struct Listen {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8420;  // 0: any free one
  std::string certificate;    // PEM chain; empty: plain HTTP
  std::string key;            // PEM
};

/// HTTP/1.1 with keep-alive and event streams. One thread moves bytes, others answer.
class Server {
 public:
  /// Binds at once; throws engine::Error with the address where that fails. `application` and `hub` outlive it.
  Server(const Listen& listen, const Limits& limits, Application& application, Hub& hub);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  /// Serves until `stop` is called.
  void run();
  /// From any thread: takes no new requests, lets those under way end (at most 10 s), then `run` returns.
  void stop();

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace web
