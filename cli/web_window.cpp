#include "cli/web_window.hpp"

#include "cli/database.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

#include <charconv>

namespace cli {
namespace {
using engine::mark;

std::int64_t position_of(engine::Desk& desk) {
  std::int64_t position = 0;
  desk.store().read([&](engine::Reading& reading) { position = reading.position(); });
  return position;
}

}  // namespace

void read_address(std::string_view text, web::Listen& listen) {
  const auto colon = text.rfind(':');
  auto address = colon == std::string_view::npos ? std::string_view() : text.substr(0, colon);
  const auto port = colon == std::string_view::npos ? text : text.substr(colon + 1);
  if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
  const auto [stop, fault] = std::from_chars(port.data(), port.data() + port.size(), listen.port);
  if (fault != std::errc() || stop != port.data() + port.size() || port.empty())
    throw wrong_words(mark("--listen takes ADDRESS:PORT, such as 127.0.0.1:8420, not {0}"), text);
  if (!address.empty()) listen.address = address;
}

bool is_loopback(std::string_view address) { return address.starts_with("127.") || address == "::1"; }

WebWindow::WebWindow(const WindowPlace& place, engine::Desk& desk)
    : hub_(position_of(desk)),
      office_{desk,
              hub_,
              place.organisation,
              place.practice,
              [database = place.database] { return ground_of(database); },
              place.log},
      accounts_(desk, hash_),
      pages_(web::built_in_pages()),
      window_(office_, accounts_, pages_),
      server_(place.listen, {}, window_, hub_),
      follower_(watch_database(place.database), desk, hub_),
      thread_([this] { server_.run(); }) {}

WebWindow::~WebWindow() {
  server_.stop();
  thread_.join();
}

}  // namespace cli
