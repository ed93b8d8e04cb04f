#pragma once

#include "engine/error.hpp"
#include "engine/schedule/lease_keeper.hpp"
#include "engine/schedule/nightly.hpp"
#include "engine/schedule/ports.hpp"
#include "engine/sweep.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// What a scheduler has to tell whoever runs it.
struct ScheduleNews {
  enum class Kind {
    LeaseTaken,  // this run raises from now on; `count`: the fencing number
    Standby,     // `text` raises, this run waits
    LeaseLost,   // another has taken over: `text`
    Swept,       // `count`: alerts raised, `more`: limits that took their effect
    CaseFault,   // one case could not be moved: `text`
    NightMade,   // `text`: its date
    ClockBack,   // the wall clock was set back by `count` ms
    Fault,       // the world failed, it will be tried again: `text`
    Ended        // the lease is given back
  };

  Kind kind;
  std::int64_t count = 0;
  std::int64_t more = 0;
  std::string text;
};

/// Lets time take its effect while a server runs: sleeps until the next instant that matters (an alert point, a limit
/// with an effect, the night's run, its own sign of life), is woken by any change of the database, and sweeps. What
/// fell due while nobody was there is raised at once with its true instants. Cost follows what is due. Of several
/// servers on one database the holder of the lease raises.
class Scheduler {
 public:
  using Tell = std::function<void(const ScheduleNews&)>;

  /// All must outlive the scheduler; `owner` and `gone` as for LeaseKeeper. `tell` is called on the running thread.
  Scheduler(Desk& desk, Alarm& alarm, std::string owner, Tell tell, LeaseKeeper::Gone gone = {});

  /// Works until the alarm says stop, then gives the lease back. Faults of the world are told and tried again, but for
  /// a database that was replaced under it, which goes on as engine::Error.
  void run();

  /// Does all that is due now; gives how long to wait before the next turn.
  [[nodiscard]] Milliseconds turn();
  void end();

 private:
  /// What the database says of the time to come.
  struct Ahead {
    bool due = false;             // something waits for a sweep
    bool night = false;           // a night's run is wanted
    std::optional<Instant> next;  // when something more will be due
  };

  [[nodiscard]] Ahead look(Instant now);
  void look_at_clocks(Reading& reading, Instant now, Ahead& ahead) const;
  [[nodiscard]] bool keep_lease(Instant now);
  void work(const Ahead& ahead);
  void sweep_now();
  void make_night();
  void tell_faults(std::vector<SweepFault> faults);
  void watch_clock(Instant now);
  [[nodiscard]] SweepOrder order();
  [[nodiscard]] Milliseconds until(std::optional<Instant> next, Instant now) const;
  [[nodiscard]] Alarm::Woke one_round();
  void recover(const Error& error);

  Desk& desk_;
  Alarm& alarm_;
  Tell tell_;
  LeaseKeeper keeper_;
  bool told_standby_ = false;
  std::vector<SweepFault> told_faults_;
  std::optional<Instant> passed_over_;  // limits due up to here could not all be moved: tried again only now and then
  Milliseconds try_again_{};            // by uptime
  Milliseconds patience_;               // between two tries after a fault of the world
  Milliseconds floor_{1};               // grows when waiting did not bring the clock on
  std::optional<Instant> last_turn_;
  Milliseconds moved_on_{};  // the uptime when the wall clock was last seen to go on
};

}  // namespace engine
