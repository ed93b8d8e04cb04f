#include "cli/system_alarm.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <limits>

#include <poll.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace cli {

using engine::Milliseconds;
using namespace std::chrono_literals;

namespace {

/// Many commits in a row are looked at together.
constexpr Milliseconds breath = 20ms;

}  // namespace

SystemAlarm::SystemAlarm(engine::Changes& changes, const StopSignal& stop)
    : changes_(changes), stop_(stop), clock_watch_(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC)) {
  arm_clock_watch();
}

SystemAlarm::~SystemAlarm() {
  if (clock_watch_ >= 0) close(clock_watch_);
}

// A timer that never ends but is cancelled, and so becomes readable, when the wall clock jumps.
void SystemAlarm::arm_clock_watch() const {
  if (clock_watch_ < 0) return;
  itimerspec never{};
  never.it_value.tv_sec = std::numeric_limits<std::int32_t>::max();
  timerfd_settime(clock_watch_, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr);
}

bool SystemAlarm::clock_was_set() const {
  std::uint64_t count = 0;
  if (clock_watch_ < 0 || read(clock_watch_, &count, sizeof count) >= 0 || errno != ECANCELED) return false;
  arm_clock_watch();
  return true;
}

Milliseconds SystemAlarm::uptime() const {
  timespec now{};
  clock_gettime(CLOCK_BOOTTIME, &now);
  return std::chrono::duration_cast<Milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                  std::chrono::nanoseconds(now.tv_nsec));
}

engine::Alarm::Woke SystemAlarm::breathe() const {
  pollfd stopped{stop_.descriptor(), POLLIN, 0};
  poll(&stopped, 1, static_cast<int>(breath.count()));
  return Woke::Change;
}

void SystemAlarm::sleep(Milliseconds time) const {
  std::array<pollfd, 3> waited{{{stop_.descriptor(), POLLIN, 0},
                                {changes_.descriptor(), POLLIN, 0},
                                {clock_watch_, POLLIN, 0}}};  // poll passes over a negative one
  poll(waited.data(), waited.size(), static_cast<int>(std::min<std::int64_t>(time.count(), 60'000)));
}

engine::Alarm::Woke SystemAlarm::wait(Milliseconds at_most) {
  const Milliseconds end = uptime() + at_most;
  for (;;) {
    if (stop_.requested()) return Woke::Stop;
    if (clock_was_set()) return Woke::Change;
    if (changes_.changed()) return breathe();
    const Milliseconds left = end - uptime();
    if (left <= Milliseconds(0)) return Woke::Time;
    sleep(std::min(left, changes_.patience()));
  }
}

}  // namespace cli
