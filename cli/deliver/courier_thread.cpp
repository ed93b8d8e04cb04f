#include "cli/deliver/courier_thread.hpp"

#include "cli/clocks.hpp"
#include "cli/deliver/post.hpp"
#include "cli/deliver/secret_file.hpp"

#include <algorithm>
#include <array>
#include <ctime>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace cli {
namespace {

using engine::Milliseconds;
using namespace std::chrono_literals;

constexpr Milliseconds gather_least = 500ms;
constexpr Milliseconds gather_most = 60s;
constexpr int idle_share = 20;

Milliseconds clock_time(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return std::chrono::duration_cast<Milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                  std::chrono::nanoseconds(now.tv_nsec));
}

}  // namespace

GatheringAlarm::GatheringAlarm(std::unique_ptr<engine::Changes> changes)
    : changes_(std::move(changes)), end_(::eventfd(0, EFD_CLOEXEC)) {}

GatheringAlarm::~GatheringAlarm() { ::close(end_); }

Milliseconds GatheringAlarm::uptime() const { return clock_time(CLOCK_BOOTTIME); }

void GatheringAlarm::stop() {
  stop_.request_stop();
  ::eventfd_write(end_, 1);
}

void GatheringAlarm::sleep(Milliseconds time, bool listening) const {
  std::array<pollfd, 2> ears{{{end_, POLLIN, 0}, {listening ? changes_->descriptor() : -1, POLLIN, 0}}};
  ::poll(ears.data(), ears.size(), static_cast<int>(std::clamp<std::int64_t>(time.count(), 0, 60'000)));
}

bool GatheringAlarm::changed_within(Milliseconds at_most) {
  const auto end = uptime() + at_most;
  while (!stop_requested()) {
    if (changes_->changed()) return true;
    const auto left = end - uptime();
    if (left <= 0ms) return false;
    sleep(std::min(left, changes_->patience()), true);
  }
  return false;
}

engine::Alarm::Woke GatheringAlarm::wait(Milliseconds at_most) {
  const auto used = clock_time(CLOCK_THREAD_CPUTIME_ID);
  const auto gather = std::clamp<Milliseconds>((used - used_) * idle_share, gather_least, gather_most);
  const bool changed = changed_within(at_most);
  if (changed)
    for (const auto end = uptime() + gather; !stop_requested() && uptime() < end;) sleep(end - uptime(), false);
  used_ = clock_time(CLOCK_THREAD_CPUTIME_ID);
  if (stop_requested()) return Woke::Stop;
  return changed ? Woke::Change : Woke::Time;
}

CourierThread::CourierThread(engine::Desk& desk, std::unique_ptr<engine::Changes> changes, std::string owner,
                             Courier::Tell tell)
    : alarm_(std::move(changes)),
      courier_(
          desk, alarm_, std::move(owner),
          // signed by the machine's clock, as the receivers compare it with theirs
          [stop = alarm_.token()](const engine::Channel& channel, const engine::Letter& letter) {
            const auto now = RealClock().now();
            return post_letter(channel, secret_of(channel), letter, now, {engine::host_of(channel.url)}, stop);
          },
          std::move(tell)),
      thread_([this] { courier_.run(); }) {}

CourierThread::~CourierThread() {
  alarm_.stop();
  thread_.join();
}

}  // namespace cli
