#pragma once

#include "web/http/server.hpp"

#include <array>
#include <atomic>
#include <memory>
#include <set>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>

namespace web {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using asio::ip::tcp;

/// What all conversations of one server share. Belongs to the one thread that moves bytes, but for the lanes' threads.
struct Server::State {
  State(const Limits& bounds, Application& answers, Hub& changes)
      : limits(bounds), application(answers), hub(changes) {}
  ~State() {
    for (auto* lane : {&reading, &writing, &password}) lane->join();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  asio::thread_pool& threads(Lane lane) {
    return lane == Lane::Reading ? reading : lane == Lane::Writing ? writing : password;
  }
  /// Everybody who sleeps on a timer of `sleepers` looks again whether there is news.
  void wake() {
    for (auto* timer : sleepers) timer->cancel();
  }

  Limits limits;
  Application& application;
  Hub& hub;
  std::unique_ptr<ssl::context> tls;
  std::size_t connections = 0;
  std::size_t answering = 0;  // requests between their last byte and the last byte of their answer
  bool stopping = false;
  std::set<asio::steady_timer*> sleepers;
  std::array<std::size_t, 3> waiting{};  // requests in each lane
  asio::io_context io{1};
  tcp::acceptor acceptor{io};
  // A writer sleeps until its group is durable: many of them make large groups. A password costs 64 MiB while it is
  // checked: never more than two.
  asio::thread_pool reading{4};
  asio::thread_pool writing{64};
  asio::thread_pool password{2};
};

/// Takes connections until the server stops.
asio::awaitable<void> accept(Server::State& state);
/// Waits until nothing is under way any more, then ends the server's loop.
asio::awaitable<void> farewell(Server::State& state, std::chrono::seconds longest);

}  // namespace web
