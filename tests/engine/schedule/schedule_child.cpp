// schedule_child FILE LOCAL HOW [KILL_AT]: lets time take its effect on a database of letters, at one instant.
// HOW: "lease" makes one turn of a scheduler, "bare" sweeps without asking for the lease. Dies by itself at disk
// operation KILL_AT. Prints how many alerts it raised.
#include "engine/schedule/scheduler.hpp"
#include "tests/engine/schedule/letters_on_disk.hpp"
#include "tests/storage/fault_disk.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

#include <unistd.h>

namespace {

struct StillAlarm : engine::Alarm {
  Woke wait(engine::Milliseconds) override { return Woke::Stop; }
  [[nodiscard]] bool stop_requested() const override { return false; }
  [[nodiscard]] engine::Milliseconds uptime() const override { return {}; }
};

std::int64_t one_turn(engine::Desk& desk) {
  std::int64_t raised = 0;
  StillAlarm alarm;
  // Whoever held the lease before was killed, as everybody here knows.
  engine::Scheduler scheduler{desk, alarm, "child " + std::to_string(getpid()),
                              [&](const engine::ScheduleNews& news) {
                                if (news.kind == engine::ScheduleNews::Kind::Swept) raised += news.count;
                              },
                              [](const std::string&) { return true; }};
  static_cast<void>(scheduler.turn());
  return raised;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const bool kills = argc > 4;
  const tests::FaultDisk disk{tests::FaultDisk::Fault::Kill, kills ? std::atoi(argv[4]) : 0};
  storage::Options options;
  if (kills) options.vfs = tests::FaultDisk::name();
  options.busy_limit = std::chrono::seconds{60};
  toy::DeskOnDisk on{argv[1], argv[2], options};
  const bool lease = std::string(argv[3]) == "lease";
  const std::int64_t raised = lease ? one_turn(on.desk) : engine::sweep(on.desk).alerts_raised;
  std::printf("%lld\n", static_cast<long long>(raised));
}
