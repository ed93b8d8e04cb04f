#include "web/http/server.hpp"

#include "engine/error.hpp"
#include "web/http/state.hpp"

#include <thread>

#include <sys/resource.h>

namespace web {
namespace {

using namespace std::chrono_literals;

constexpr auto longest_farewell = 10s;

// Every connection is an open file; the usual limit of 1,024 is meant for programs that use select().
void allow_open_files(std::size_t wanted) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, wanted);
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

[[noreturn]] void refuse_address(const Listen& listen, const std::string& why) {
  throw engine::Error(engine::Error::Kind::Fault, "listen",
                      "cannot listen on " + listen.address + " port " + std::to_string(listen.port) + ": " + why);
}

tcp::endpoint endpoint_of(const Listen& listen) {
  boost::system::error_code fault;
  const auto address = asio::ip::make_address(listen.address, fault);
  if (fault) refuse_address(listen, fault.message());
  return {address, listen.port};
}

void open(tcp::acceptor& acceptor, const Listen& listen) {
  const auto endpoint = endpoint_of(listen);
  try {
    acceptor.open(endpoint.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen();
  } catch (const boost::system::system_error& error) {
    refuse_address(listen, error.code().message());
  }
}

std::unique_ptr<ssl::context> tls_of(const Listen& listen) {
  if (listen.certificate.empty()) return nullptr;
  auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
  try {
    context->set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
    context->use_certificate_chain_file(listen.certificate);
    context->use_private_key_file(listen.key, ssl::context::pem);
  } catch (const boost::system::system_error& error) {
    throw engine::Error(engine::Error::Kind::Fault, "certificate",
                        "cannot use the certificate " + listen.certificate + " with the key " + listen.key + ": " +
                            error.code().message());
  }
  return context;
}

}  // namespace

Server::Server(const Listen& listen, const Limits& limits, Application& application, Hub& hub)
    : state_(std::make_unique<State>(limits, application, hub)) {
  allow_open_files(limits.connections + 256);
  state_->tls = tls_of(listen);
  open(state_->acceptor, listen);
  hub.on_change([state = state_.get()] { asio::post(state->io, [state] { state->wake(); }); });
}

Server::~Server() { state_->hub.on_change({}); }

std::uint16_t Server::port() const { return state_->acceptor.local_endpoint().port(); }

void Server::run() {
  asio::co_spawn(state_->io, accept(*state_), asio::detached);
  state_->io.run();
}

void Server::stop() {
  asio::post(state_->io, [state = state_.get()] {
    state->stopping = true;
    state->acceptor.close();
    state->wake();
    asio::co_spawn(state->io, farewell(*state, longest_farewell), asio::detached);
  });
}

}  // namespace web
