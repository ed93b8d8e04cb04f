#include "web/http/message.hpp"

#include "engine/error.hpp"

#include <algorithm>

namespace web {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool same(std::string_view one, std::string_view other) { return std::ranges::equal(one, other, {}, lower, lower); }

std::string_view find(const std::vector<Header>& headers, std::string_view name) {
  const auto found = std::ranges::find_if(headers, [&](const Header& header) { return same(header.name, name); });
  return found == headers.end() ? std::string_view() : std::string_view(found->value);
}

bool control(char byte) { return (byte >= 0 && byte < 0x20) || byte == 0x7f; }

}  // namespace

std::string_view Request::header(std::string_view name) const { return find(headers, name); }

std::string_view Request::cookie(std::string_view name) const {
  auto rest = header("Cookie");
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    auto pair = rest.substr(0, end);
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

std::string_view Request::asked(std::string_view name) const {
  const auto found = std::ranges::find(query, name, [](const auto& pair) { return std::string_view(pair.first); });
  return found == query.end() ? std::string_view() : std::string_view(found->second);
}

Answer& Answer::set(std::string name, std::string_view value) {
  if (std::ranges::any_of(value, control))
    throw engine::Error(engine::Error::Kind::Fault, "header", "a header must not hold a control character");
  headers_.push_back({std::move(name), std::string(value)});
  return *this;
}

Answer& Answer::body(std::string text, std::string_view type) {
  body_ = std::move(text);
  return set("Content-Type", type);
}

Answer& Answer::fixed(std::string_view bytes, std::string_view type) {
  fixed_ = bytes;
  return set("Content-Type", type);
}

Answer& Answer::listen(Listening listening) {
  listening_ = listening;
  return *this;
}

std::string_view Answer::header(std::string_view name) const { return find(headers_, name); }

}  // namespace web
