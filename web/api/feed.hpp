#pragma once

#include "web/api/call.hpp"

namespace web {

/// True for /calendar/TOKEN.ics.
[[nodiscard]] bool is_feed(const Request& request);
/// The token in its path.
[[nodiscard]] std::string feed_token(const Request& request);

/// The limits that run in the cases which the person reaches, as a calendar to subscribe to: numbers of cases, centres
/// and limits, nothing of the parties. The most pressing come first, at most 2,000.
[[nodiscard]] Answer feed_answer(Office& office, const engine::Actor& reader, const workflows::Language& language);

}  // namespace web
