#include "web/http/arrival.hpp"

#include "web/http/target.hpp"

#include <boost/beast/http/error.hpp>

namespace web {

namespace http = boost::beast::http;

void bound(Parser& parser, const Limits& limits) {
  parser.header_limit(limits.header_bytes);
  parser.body_limit(limits.body_bytes);
}

Request head_of(const Parser& parser, const std::string& peer, bool secure) {
  Request request;
  request.method = std::string(parser.get().method_string());
  for (const auto& field : parser.get())
    request.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  request.peer = peer;
  request.secure = secure;
  return request;
}

bool complete(Parser& parser, Request& request) {
  const auto& message = parser.get();
  const bool hosted = message.version() < 11 || message.count(http::field::host) == 1;
  const auto target = message.target();
  if (!hosted || !read_target({target.data(), target.size()}, request)) return false;
  request.body = std::move(parser.get().body());
  return true;
}

int status_of(const boost::system::error_code& fault) {
  if (fault == http::error::header_limit) return 431;
  if (fault == http::error::body_limit) return 413;
  return 400;
}

}  // namespace web
