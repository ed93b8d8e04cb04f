#include "cli/stop_signal.hpp"

#include "engine/error.hpp"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>

#include <sys/eventfd.h>
#include <unistd.h>

namespace cli {
namespace {

std::atomic<bool> asked = false;
std::atomic<int> bell = -1;

void ask(int signal) {
  const int before = errno;
  asked = true;
  const std::uint64_t one = 1;
  if (write(bell, &one, sizeof one) < 0) asked = true;  // whoever waits has been told before
  std::signal(signal, SIG_DFL);
  errno = before;
}

}  // namespace

StopSignal::StopSignal() {
  asked = false;
  bell = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (bell < 0) throw engine::Error(engine::Error::Kind::Fault, "no_event", "the system has no event descriptors left");
  std::signal(SIGINT, ask);
  std::signal(SIGTERM, ask);
}

StopSignal::~StopSignal() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  close(bell);
  bell = -1;
}

bool StopSignal::requested() const { return asked; }
int StopSignal::descriptor() const { return bell; }

}  // namespace cli
