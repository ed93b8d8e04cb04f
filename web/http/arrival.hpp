#pragma once

#include "web/http/server.hpp"

#include <string>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace web {

/// Reads what a client sends. Nothing of it is taken for a request before it is whole.
using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

/// Lets the parser take no more than the limits allow.
void bound(Parser& parser, const Limits& limits);
/// Method and headers as far as they arrived: all that a refusal may look at.
[[nodiscard]] Request head_of(const Parser& parser, const std::string& peer, bool secure);
/// Adds path, query and body of a request that arrived whole. False where it is none that can be answered: HTTP/1.1
/// without exactly one Host, or a target that `read_target` refuses.
[[nodiscard]] bool complete(Parser& parser, Request& request);
/// The status that tells a client why its bytes were no request.
[[nodiscard]] int status_of(const boost::system::error_code& fault);

}  // namespace web
