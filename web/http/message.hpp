#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

struct Header {
  std::string name, value;
};

/// A request that arrived whole and within the limits. Path and query are decoded; the path has no empty, "." or ".."
/// segment.
struct Request {
  std::string method;
  std::vector<std::string> path;
  std::vector<std::pair<std::string, std::string>> query;
  std::vector<Header> headers;
  std::string body;
  std::string peer;     // the address it came from
  bool secure = false;  // over TLS

  /// The first header of that name, in any case of letters; empty if there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
  [[nodiscard]] std::string_view cookie(std::string_view name) const;
  /// The first value of that name in the query; empty if there is none.
  [[nodiscard]] std::string_view asked(std::string_view name) const;
};

/// What keeps an answer open: whoever listens is told what changed after `position`. An event stream goes on; a long
/// poll ends with the first change, or after `wait_seconds` with none.
struct Listening {
  std::int64_t position = 0;
  std::optional<int> wait_seconds;  // nothing: an event stream
};

/// What is answered. A header's value with a control character is refused when it is set: nothing that a person typed
/// can add a header of its own.
class Answer {
 public:
  explicit Answer(int status = 200) : status_(status) {}

  /// Throws engine::Error where the value has a control character.
  Answer& set(std::string name, std::string_view value);
  Answer& body(std::string text, std::string_view type);
  /// Bytes that outlive every answer, such as a page built into the program.
  Answer& fixed(std::string_view bytes, std::string_view type);
  Answer& listen(Listening listening);

  [[nodiscard]] int status() const { return status_; }
  [[nodiscard]] const std::vector<Header>& headers() const { return headers_; }
  [[nodiscard]] std::string_view bytes() const { return fixed_.empty() ? std::string_view(body_) : fixed_; }
  [[nodiscard]] const std::optional<Listening>& listening() const { return listening_; }
  [[nodiscard]] std::string_view header(std::string_view name) const;

 private:
  int status_;
  std::vector<Header> headers_;
  std::string body_;
  std::string_view fixed_;
  std::optional<Listening> listening_;
};

}  // namespace web
