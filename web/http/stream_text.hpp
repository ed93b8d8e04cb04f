#pragma once

#include "web/http/hub.hpp"
#include "web/http/message.hpp"

#include <string>

namespace web {

/// The head of an event stream's answer (text/event-stream, no length, not to be buffered on the way).
[[nodiscard]] std::string stream_head(const Answer& answer);
/// One event: `change` with position and cases, or `reset` when there was too much to tell; its id is the position.
[[nodiscard]] std::string event_text(const News& news);
/// An event without news, so that who listens knows a quiet stream from a dead one: a comment never reaches a page.
[[nodiscard]] std::string heartbeat_text();
/// `position cases all`.
[[nodiscard]] std::string news_json(const News& news);

}  // namespace web
