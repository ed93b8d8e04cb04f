#include "web/http/stream_text.hpp"

#include "engine/json.hpp"

namespace web {

std::string stream_head(const Answer& answer) {
  std::string text = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n";
  for (const auto& header : answer.headers()) text += header.name + ": " + header.value + "\r\n";
  return text + "\r\n";
}

std::string event_text(const News& news) {
  return "id: " + std::to_string(news.position) + "\nevent: " + (news.all ? "reset" : "change") +
         "\ndata: " + news_json(news) + "\n\n";
}

std::string heartbeat_text() { return "event: heartbeat\ndata: {}\n\n"; }

std::string news_json(const News& news) {
  return nlohmann::json{{"position", news.position}, {"cases", news.cases}, {"all", news.all}}.dump();
}

}  // namespace web
