#include "web/http/arrival.hpp"
#include "web/http/state.hpp"
#include "web/http/stream_text.hpp"

#include <algorithm>

#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

namespace web {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using namespace std::chrono_literals;
using Fault = boost::system::error_code;
using Plain = beast::tcp_stream;
using Secure = beast::ssl_stream<beast::tcp_stream>;

constexpr auto as_values = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t first_read = 2048;

/// Counts while it lives.
template <class Counter>
class Count {
 public:
  explicit Count(Counter& counter) : counter_(counter) { ++counter_; }
  ~Count() { --counter_; }
  Count(const Count&) = delete;
  Count& operator=(const Count&) = delete;

 private:
  Counter& counter_;
};

/// Runs `work` on a thread of `pool`; the conversation goes on where it was.
template <class Work>
asio::awaitable<std::invoke_result_t<Work>> elsewhere(asio::thread_pool& pool, Work work) {
  using Result = std::invoke_result_t<Work>;
  auto begin = [&pool, &work](auto handler) {
    asio::post(pool, [handler = std::move(handler), &work]() mutable {
      const auto home = asio::get_associated_executor(handler);
      std::exception_ptr fault;
      Result result{};
      try {
        result = work();
      } catch (...) {
        fault = std::current_exception();
      }
      asio::post(home, [handler = std::move(handler), fault, result = std::move(result)]() mutable {
        std::move(handler)(fault, std::move(result));
      });
    });
  };
  co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(std::exception_ptr, Result)>(
      begin, asio::use_awaitable);
}

/// Sleeps until there may be news, at most `longest`.
asio::awaitable<void> nap(Server::State& state, std::chrono::seconds longest) {
  asio::steady_timer timer(state.io, longest);
  struct Listed {
    Server::State& state;
    asio::steady_timer& timer;
    Listed(Server::State& all, asio::steady_timer& own) : state(all), timer(own) { state.sleepers.insert(&timer); }
    ~Listed() { state.sleepers.erase(&timer); }
    Listed(const Listed&) = delete;
    Listed& operator=(const Listed&) = delete;
  } const listed(state, timer);
  co_await timer.async_wait(as_values);
}

bool gone(const Fault& fault) {
  return fault == http::error::end_of_stream || fault == beast::error::timeout || fault == asio::error::eof ||
         fault == asio::error::connection_reset || fault == asio::error::operation_aborted ||
         fault == http::error::partial_message || fault == asio::ssl::error::stream_truncated;
}

/// One client's connection, from its first byte to its last.
template <class Stream>
class Conversation {
 public:
  Conversation(Server::State& state, Stream stream, std::string peer)
      : state_(state),
        stream_(std::move(stream)),
        peer_(std::move(peer)),
        counted_(state.connections),
        told_(state.application.traffic().connections) {}

  asio::awaitable<void> go() {
    if constexpr (std::is_same_v<Stream, Secure>) {
      limit(state_.limits.header_time);
      const auto [fault] = co_await stream_.async_handshake(ssl::stream_base::server, as_values);
      if (fault) co_return;
    }
    for (bool more = !state_.stopping; more;) more = co_await one_exchange();
    co_await hang_up();
  }

 private:
  void limit(std::chrono::milliseconds time) { beast::get_lowest_layer(stream_).expires_after(time); }

  /// False when the conversation is over.
  asio::awaitable<bool> one_exchange() {
    if (buffer_.size() == 0) {
      const bool arrived = co_await first_bytes();
      if (!arrived) co_return false;
    }
    Parser parser;
    bound(parser, state_.limits);
    limit(state_.limits.header_time);
    Fault fault;
    std::tie(fault, std::ignore) = co_await http::async_read_header(stream_, buffer_, parser, as_values);
    if (!fault) fault = co_await body(parser);
    if (gone(fault)) co_return false;
    auto request = head_of(parser, peer_, std::is_same_v<Stream, Secure>);
    if (fault) {
      const auto refusal = state_.application.refuse(status_of(fault), request);
      co_return co_await write(refusal, false, false);
    }
    co_return co_await answer(parser, std::move(request));
  }

  /// Waits, without a large buffer, for a client that is silent between two requests.
  asio::awaitable<bool> first_bytes() {
    limit(state_.limits.idle_time);
    const auto [fault, size] = co_await stream_.async_read_some(buffer_.prepare(first_read), as_values);
    buffer_.commit(size);
    co_return !fault;
  }

  asio::awaitable<Fault> body(Parser& parser) {
    limit(state_.limits.body_time);
    if (beast::iequals(parser.get()[http::field::expect], "100-continue") && !parser.is_done()) {
      static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      co_await asio::async_write(stream_, asio::buffer(go_on), as_values);
    }
    const auto [fault, size] = co_await http::async_read(stream_, buffer_, parser, as_values);
    co_return fault;
  }

  asio::awaitable<bool> answer(Parser& parser, Request request) {
    const bool keep = parser.get().keep_alive();
    const bool head = parser.get().method() == http::verb::head;
    if (!complete(parser, request)) {
      const auto refusal = state_.application.refuse(400, request);
      co_return co_await write(refusal, false, false);
    }
    Answer answer;
    {
      const Count answering(state_.answering);
      answer = co_await ask(request);
      if (head || !answer.listening()) co_return co_await write(answer, keep && !state_.stopping, head);
    }
    co_await tell(answer, request);  // not waited for when the server stops
    co_return false;
  }

  asio::awaitable<Answer> ask(const Request& request) {
    const auto lane = state_.application.lane(request);
    auto& waiting = state_.waiting[static_cast<std::size_t>(lane)];
    if (waiting >= state_.limits.waiting) co_return state_.application.refuse(503, request);
    const Count counted(waiting);
    co_return co_await elsewhere(state_.threads(lane), [&] { return answered(request); });
  }

  Answer answered(const Request& request) {
    try {
      return state_.application.answer(request);
    } catch (const std::exception&) {
      return state_.application.refuse(500, request);
    }
  }

  void count(int status) { ++state_.application.traffic().answers.at(static_cast<std::size_t>(status) / 100); }

  asio::awaitable<bool> write(const Answer& answer, bool keep, bool head) {
    count(answer.status());
    const auto bytes = answer.bytes();
    http::response<http::span_body<const char>> response(static_cast<http::status>(answer.status()), 11);
    for (const auto& header : answer.headers()) response.insert(header.name, header.value);
    response.keep_alive(keep);
    response.body() = beast::span<const char>(bytes.data(), bytes.size());
    if (answer.status() != 204 && answer.status() != 304) response.content_length(bytes.size());
    http::response_serializer<http::span_body<const char>> serializer(response);
    limit(state_.limits.write_time);
    const bool bare = head || answer.status() == 304;
    const auto [fault, size] = bare ? co_await http::async_write_header(stream_, serializer, as_values)
                                    : co_await http::async_write(stream_, serializer, as_values);
    co_return !fault && keep;
  }

  asio::awaitable<bool> say(std::string_view text) {
    limit(state_.limits.write_time);
    const auto [fault, size] = co_await asio::async_write(stream_, asio::buffer(text), as_values);
    co_return !fault;
  }

  /// An answer that stays open: an event stream, or a long poll that ends with the first news.
  asio::awaitable<void> tell(const Answer& answer, const Request& request) {
    const auto listening = *answer.listening();
    if (listening.wait_seconds) co_return co_await tell_once(answer, listening, request);
    count(answer.status());
    const Count streaming(state_.application.traffic().streams);
    const auto head = stream_head(answer);
    const bool heard = co_await say(head);
    if (heard) co_await tell_on(listening.position, request);
  }

  asio::awaitable<std::optional<News>> may_hear(News news, const Request& request) {
    return elsewhere(state_.reading,
                     [this, news = std::move(news), &request] { return state_.application.may_hear(request, news); });
  }

  asio::awaitable<void> tell_once(const Answer& answer, const Listening& listening, const Request& request) {
    if (state_.hub.position() <= listening.position)
      co_await nap(state_, std::chrono::seconds(*listening.wait_seconds));
    const auto heard = co_await may_hear(state_.hub.since(listening.position), request);
    Answer news(200);
    for (const auto& header : answer.headers()) news.set(header.name, header.value);
    const News nothing{listening.position, {}, false};  // who may listen no more is refused when asking again
    news.body(news_json(heard.value_or(nothing)), "application/json");
    co_await write(news, false, false);
  }

  asio::awaitable<void> tell_on(std::int64_t position, const Request& request) {
    beast::get_lowest_layer(stream_).expires_never();
    while (!state_.stopping) {
      const auto news = co_await may_hear(state_.hub.since(position), request);
      if (!news) co_return;
      const auto text = news->position > position ? event_text(*news) : heartbeat_text();
      position = std::max(position, news->position);
      const bool taken = co_await say(text);
      if (!taken) co_return;
      if (state_.hub.position() <= position) co_await nap(state_, state_.limits.heartbeat);
    }
  }

  /// Closes so that the last answer still arrives: what the client goes on sending is read and dropped, for a while.
  asio::awaitable<void> hang_up() {
    Fault ignored;
    auto& socket = beast::get_lowest_layer(stream_).socket();
    socket.shutdown(tcp::socket::shutdown_send, ignored);
    limit(2s);
    for (std::size_t dropped = 0; dropped < 256 * 1024;) {
      buffer_.clear();
      const auto [fault, size] =
          co_await beast::get_lowest_layer(stream_).async_read_some(buffer_.prepare(first_read), as_values);
      if (fault) break;
      dropped += size;
    }
    socket.close(ignored);
  }

  Server::State& state_;
  Stream stream_;
  std::string peer_;
  beast::flat_buffer buffer_;
  Count<std::size_t> counted_;
  Count<std::atomic<std::int64_t>> told_;
};

template <class Stream>
asio::awaitable<void> converse(Server::State& state, Stream stream, std::string peer) {
  Conversation<Stream> conversation(state, std::move(stream), peer);
  co_await conversation.go();
}

void begin(Server::State& state, tcp::socket socket) {
  Fault fault;
  const auto remote = socket.remote_endpoint(fault);
  if (fault) return;
  socket.set_option(tcp::no_delay(true), fault);
  const auto peer = remote.address().to_string();
  if (state.tls)
    return asio::co_spawn(state.io, converse(state, Secure(std::move(socket), *state.tls), peer), asio::detached);
  asio::co_spawn(state.io, converse(state, Plain(std::move(socket)), peer), asio::detached);
}

}  // namespace

asio::awaitable<void> accept(Server::State& state) {
  while (!state.stopping) {
    auto [fault, socket] = co_await state.acceptor.async_accept(as_values);
    if (fault || state.connections >= state.limits.connections) {
      if (state.stopping || fault == asio::error::operation_aborted) break;
      socket = tcp::socket(state.io);            // one too many is closed at once
      asio::steady_timer pause(state.io, 10ms);  // out of files: give others time to close theirs
      co_await pause.async_wait(as_values);
      continue;
    }
    begin(state, std::move(socket));
  }
}

asio::awaitable<void> farewell(Server::State& state, std::chrono::seconds longest) {
  const auto end = asio::steady_timer::clock_type::now() + longest;
  while (state.answering > 0 && asio::steady_timer::clock_type::now() < end) {
    asio::steady_timer pause(state.io, 20ms);
    co_await pause.async_wait(as_values);
  }
  state.io.stop();
}

}  // namespace web
