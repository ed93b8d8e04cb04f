#include "engine/schedule/health.hpp"

#include "engine/mark.hpp"
#include "engine/schedule/nightly.hpp"
#include "engine/time/text.hpp"

#include <algorithm>

namespace engine {
namespace {

using namespace std::chrono_literals;

constexpr Milliseconds two_periods = 2 * lease_beat;
/// A night's run waits for the sweep before it; after this long it is missing.
constexpr Milliseconds night_grace = 1h;

constexpr std::array<AgeBand, 6> bands{
    {{1h, 0}, {24h, 0}, {3 * 24h, 0}, {7 * 24h, 0}, {30 * 24h, 0}, {Milliseconds::max(), 0}}};

class Judge {
 public:
  Judge(Health& health, Instant now, const NightTimes& times) : health_(health), now_(now), times_(times) {}

  void scheduler() {
    if (!health_.lease)
      return find("scheduler_never",
                  mark("no server has ever watched the clocks of this database: start `maotiao serve` "
                       "(or the service maotiao), and leave it running"));
    const Lease& lease = *health_.lease;
    if (lease.owner.empty())
      return find("scheduler_stopped",
                  mark("the server was stopped at {0} and nobody watches the clocks: start it again "
                       "with `maotiao serve` (or the service maotiao)"),
                  {at(lease.beat_at)});
    if (lease.beat_at < now_ - two_periods)
      return find("scheduler_dead",
                  mark("the server {0} gave its last sign of life at {1}, so alerts may be late: start "
                       "it again, and look into its log"),
                  {lease.owner, at(lease.beat_at)});
    if (lease.beat_at > now_ + two_periods)
      find("clock_set_back",
           mark("the last sign of life is from {0}, which has not come yet: the clock of this machine "
                "was set back; set it right"),
           {at(lease.beat_at)});
  }

  void alerts() {
    if (health_.oldest_unraised && *health_.oldest_unraised < now_ - two_periods)
      find("alerts_unraised",
           mark("{0} limits wait for an alert that nobody raised, the oldest since {1}: `maotiao check` "
                "raises them at once; then see to the server"),
           {std::to_string(health_.unraised), at(*health_.oldest_unraised)});
    if (health_.lease && health_.lease->faults > 0)
      find("cases_stuck",
           mark("{0} cases could not be moved when their limit passed: the log of the server names them, "
                "`maotiao verify` looks into them"),
           {std::to_string(health_.lease->faults)});
  }

  void night() {
    if (!health_.last_night) return;  // without any run there is no server either, which is said above
    const Date wanted = times_.last(now_ - night_grace);
    if (*health_.last_night < wanted)
      find("night_missing", mark("the run of the night of {0} has not been made: `maotiao nightly` makes it"),
           {format_date(wanted)});
  }

  void ground() {
    if (!health_.ground.writable)
      find("not_writable",
           mark("the database cannot be written: give this user the right to write the file and its folder"));
    if (health_.ground.free_bytes < least_free_bytes)
      find("disk_full",
           mark("the disk of the database is nearly full ({0} MiB are left): make room, or nothing can be "
                "recorded soon"),
           {std::to_string(health_.ground.free_bytes >> 20U)});
  }

 private:
  void find(const char* code, const char* message, std::vector<std::string> args = {}) {
    health_.findings.push_back({code, message, std::move(args)});
  }
  [[nodiscard]] std::string at(Instant instant) const { return format_instant(instant, times_.zone()); }

  Health& health_;
  Instant now_;
  const NightTimes& times_;
};

void count_overdue(Reading& reading, Health& health) {
  reading.each_warned(health.as_of, [&](const DeadlineRow& row) {
    const Instant due = row.deadline.due;
    if (status(row.deadline, health.as_of) != DeadlineStatus::Overdue) return true;
    ++health.overdue;
    health.oldest_overdue = std::min(due, health.oldest_overdue.value_or(due));
    const Milliseconds age = health.as_of - due;
    ++std::ranges::find_if(health.overdue_ages, [&](const AgeBand& band) { return age <= band.up_to; })->count;
    return true;
  });
}

void look_for_unraised(Reading& reading, Health& health) {
  const Instant passed = health.as_of - 1ms;
  const auto oldest = reading.next_alert(Instant::min());
  if (!oldest || *oldest > passed) return;
  health.oldest_unraised = oldest;
  health.unraised = reading.count_unalerted(passed);
}

}  // namespace

Health health(Reading& reading, const World& world, Instant now, const GroundState& ground) {
  Health health{now, {}, reading.lease(), 0, {}, 0, {}, bands, {}, ground};
  look_for_unraised(reading, health);
  count_overdue(reading, health);
  if (const auto nights = reading.nights(1); !nights.empty()) health.last_night = nights.front().day;
  const NightTimes times = night_times(reading, world);
  Judge judge(health, now, times);
  judge.scheduler();
  judge.alerts();
  judge.night();
  judge.ground();
  return health;
}

}  // namespace engine
