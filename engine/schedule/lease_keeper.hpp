#pragma once

#include "engine/schedule/lease.hpp"
#include "engine/store.hpp"

#include <functional>
#include <string>
#include <utility>

namespace engine {

/// Thrown in a transaction of a holder whose lease went to another: nothing of it is stored.
struct LeaseLost {
  std::string to;  // the owner now
};

/// Holds the lease of a database for one run of a server, or waits for it. The lease is taken when its holder gave it
/// back, is known to have ended, let it expire, or gave no new sign of life for a whole term by this machine's own
/// uptime: so a wall clock that jumps can neither keep a dead holder alive nor make two of them write.
class LeaseKeeper {
 public:
  using Gone = std::function<bool(const std::string& owner)>;

  /// `owner` names this run; no two runs share a name. `gone` tells whether a run is known to have ended; may be empty.
  LeaseKeeper(Store& store, std::string owner, Gone gone = {});

  /// Gives a sign of life where one is due, or takes the lease where it can be had; gives whether it is held. Faults of
  /// the store go on, and the lease counts as it stood.
  bool keep(Instant now, Milliseconds uptime);
  /// Throws LeaseLost unless the lease is held in this very transaction.
  void require(Writing& writing) const;
  /// Gives it back, so that another need not wait.
  void give_back(Instant now);

  /// What the next sign of life tells of the work.
  void note_sweep(Instant at, std::int64_t faults);
  void note_lost() { held_ = false; }

  [[nodiscard]] bool held() const { return held_; }
  [[nodiscard]] const std::string& owner() const { return owner_; }
  [[nodiscard]] std::int64_t fence() const { return fence_; }
  /// Who held it when this one last looked.
  [[nodiscard]] const std::string& holder() const { return holder_; }
  /// When, by uptime, `keep` wants to be called again.
  [[nodiscard]] Milliseconds next_beat() const { return next_beat_; }

 private:
  [[nodiscard]] bool mine(const Lease& lease) const { return held_ && lease.owner == owner_ && lease.fence == fence_; }
  [[nodiscard]] bool free(const Lease& lease, Instant now, Milliseconds uptime);
  [[nodiscard]] bool could_be_had(Instant now, Milliseconds uptime);
  void beat(Lease& lease, Instant now) const;

  Store& store_;
  std::string owner_, holder_;
  Gone gone_;
  bool held_ = false;
  std::int64_t fence_ = 0;
  Milliseconds next_beat_{};
  std::pair<std::int64_t, std::int64_t> seen_{-1, -1};  // fence and beats of another's lease
  Milliseconds seen_since_{};
  std::optional<Instant> swept_at_;
  std::int64_t faults_ = 0;
};

}  // namespace engine
