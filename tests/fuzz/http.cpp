// The bytes of one connection, through the server's parser and its limits, to the application of a small town.
#include "engine/json.hpp"
#include "tests/fuzz/a_window.hpp"
#include "tests/fuzz/law.hpp"
#include "web/http/arrival.hpp"

#include <algorithm>

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>

namespace fuzz {
namespace {

namespace asio = boost::asio;
using Fault = boost::system::error_code;

/// A connection that brings the bytes in parts of at most `part`, then ends.
class Wire {
 public:
  Wire(std::string_view bytes, std::size_t part) : rest_(bytes), part_(part) {}

  template <class Buffers>
  std::size_t read_some(const Buffers& buffers, Fault& fault) {
    fault = rest_.empty() ? Fault(asio::error::eof) : Fault();
    const auto size = asio::buffer_copy(buffers, asio::buffer(rest_.substr(0, part_)));
    rest_.remove_prefix(size);
    return size;
  }
  template <class Buffers>
  std::size_t read_some(const Buffers& buffers) {
    Fault fault;
    return read_some(buffers, fault);
  }

 private:
  std::string_view rest_;
  std::size_t part_;
};

bool control(char byte) { return (byte >= 0 && byte < 0x20) || byte == 0x7f; }

void judge_request(const web::Request& request) {
  for (const auto& part : request.path) {
    law(!part.empty() && part != "." && part != "..", "a path has no empty, \".\" or \"..\" part");
    law(part.find('/') == std::string::npos && part.find('\0') == std::string::npos, "a part is one");
  }
}

void judge_answer(const web::Answer& answer) {
  law(answer.header("Content-Security-Policy").starts_with("default-src 'none'"), "no page may run what is not ours");
  law(answer.header("X-Content-Type-Options") == "nosniff", "nothing is taken for what it is not");
  for (const auto& header : answer.headers())
    law(std::ranges::none_of(header.value, control), "a header has no control character");
  const auto type = answer.header("Content-Type");
  const bool json = type == "application/json" || type == "application/problem+json";
  if (json) law(nlohmann::json::accept(answer.bytes()), "JSON is JSON");
  law(json || type.empty() || type.starts_with("text/plain"), "nothing that a browser runs");
  law(answer.status() != 500, "nothing is unforeseen");
  law(answer.bytes().find(secret) == std::string_view::npos, "another town's case is not told");
}

void judge_refusal(AWindow& on, int status, const web::Request& request) {
  const auto answer = on.window.refuse(status, request);
  judge_answer(answer);
  law(answer.status() == status, "a refusal has its status");
}

/// What is told back to who said it is no leak.
bool says_secret(const web::Request& request) {
  const auto said = [](const std::string& text) { return text.find(secret) != std::string::npos; };
  return said(request.body) || std::ranges::any_of(request.path, said) ||
         std::ranges::any_of(request.headers, said, &web::Header::value) ||
         std::ranges::any_of(request.query, [&](const auto& pair) { return said(pair.first) || said(pair.second); });
}

void ask(AWindow& on, web::Request& request) {
  judge_request(request);
  on.fill_in(request);
  if (says_secret(request)) return;
  static_cast<void>(on.window.lane(request));
  const auto before = on.town.mark();
  const auto answer = on.window.answer(request);
  judge_answer(answer);
  const auto after = on.town.mark();
  const bool reads = request.method == "GET" || request.method == "HEAD";
  if (reads || answer.status() >= 400) law(after == before, "what only reads or is refused changes nothing");
  if (after.position != before.position) on.town.verify();
}

/// False when the connection is over.
bool one_exchange(AWindow& on, Wire& wire, boost::beast::flat_buffer& buffer) {
  web::Parser parser;
  web::bound(parser, {});
  Fault fault;
  boost::beast::http::read_header(wire, buffer, parser, fault);
  if (!fault) boost::beast::http::read(wire, buffer, parser, fault);
  if (fault == boost::beast::http::error::end_of_stream || fault == boost::beast::http::error::partial_message)
    return false;
  auto request = web::head_of(parser, "127.0.0.1", false);
  if (fault) return judge_refusal(on, web::status_of(fault), request), false;
  const bool keep = parser.get().keep_alive();
  if (!web::complete(parser, request)) return judge_refusal(on, 400, request), false;
  ask(on, request);
  return keep;
}

}  // namespace
}  // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static fuzz::AWindow on;
  if (size == 0) return 0;
  fuzz::Wire wire(fuzz::text_of(bytes + 1, size - 1), std::size_t{bytes[0]} + 1);
  boost::beast::flat_buffer buffer;
  for (int n = 0; n < 4 && fuzz::one_exchange(on, wire, buffer); ++n) continue;
  on.town.store.wipe();
  return 0;
}
