#include "cli/change_follower.hpp"

#include "cli/log.hpp"
#include "engine/error.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace cli {
namespace {

using namespace std::chrono_literals;

/// Many commits in a row are told together: nobody sees that much of a second.
constexpr engine::Milliseconds breath = 20ms;

int milliseconds(engine::Milliseconds time) {
  return static_cast<int>(std::clamp<std::int64_t>(time.count(), 0, std::numeric_limits<int>::max()));
}

}  // namespace

ChangeFollower::ChangeFollower(std::unique_ptr<engine::Changes> changes, engine::Desk& desk, web::Hub& hub)
    : changes_(std::move(changes)),
      desk_(desk),
      hub_(hub),
      end_(::eventfd(0, EFD_CLOEXEC)),
      thread_([this](const std::stop_token& stop) { follow(stop); }) {}

ChangeFollower::~ChangeFollower() {
  thread_.request_stop();
  ::eventfd_write(end_, 1);
  thread_.join();
  ::close(end_);
}

void ChangeFollower::follow(const std::stop_token& stop) {
  std::array<pollfd, 2> ears{{{end_, POLLIN, 0}, {changes_->descriptor(), POLLIN, 0}}};  // -1 is passed over
  while (!stop.stop_requested()) {
    ::poll(ears.data(), ears.size(), milliseconds(changes_->patience()));
    try {
      if (!changes_->changed()) continue;
      publish();
      ::poll(ears.data(), 1, milliseconds(breath));
    } catch (const engine::Error& error) {
      log_warning(error.what());
    }
  }
}

void ChangeFollower::publish() {
  std::vector<web::Change> news;
  desk_.store().read([&](engine::Reading& reading) {
    const auto position = reading.position();
    for (auto& id : reading.moved_since(hub_.position())) news.push_back({position, std::move(id)});
  });
  if (!news.empty()) hub_.publish(std::move(news));
}

}  // namespace cli
