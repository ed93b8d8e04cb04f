#include "web/api/routes.hpp"

#include <algorithm>
#include <charconv>

namespace web {
namespace {

constexpr int longest_wait = 50;

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || fault != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

Answer get_events(const Call& call) {
  const auto& request = call.request;
  Listening listening{call.office.hub.position(), std::nullopt};
  if (const auto last = number_in<std::int64_t>(request.header("Last-Event-ID"))) listening.position = *last;
  if (const auto after = number_in<std::int64_t>(request.asked("after"))) listening.position = *after;
  if (const auto wait = number_in<int>(request.asked("wait")))
    listening.wait_seconds = std::clamp(*wait, 0, longest_wait);
  Answer answer;
  answer.set("X-Accel-Buffering", "no");
  return answer.listen(listening);
}

}  // namespace web
