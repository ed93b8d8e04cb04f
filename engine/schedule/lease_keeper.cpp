#include "engine/schedule/lease_keeper.hpp"

namespace engine {

LeaseKeeper::LeaseKeeper(Store& store, std::string owner, Gone gone)
    : store_(store), owner_(std::move(owner)), gone_(std::move(gone)) {}

bool LeaseKeeper::free(const Lease& lease, Instant now, Milliseconds uptime) {
  if (const std::pair now_seen{lease.fence, lease.beats}; now_seen != seen_) {
    seen_ = now_seen;
    seen_since_ = uptime;
  }
  holder_ = lease.owner;
  return lease.owner.empty() || lease.owner == owner_ || lease.expires_at < now || uptime - seen_since_ >= lease_term ||
         (gone_ && gone_(lease.owner));
}

bool LeaseKeeper::could_be_had(Instant now, Milliseconds uptime) {
  bool had = false;
  store_.read([&](Reading& reading) { had = free(reading.lease().value_or(Lease{}), now, uptime); });
  return had;
}

void LeaseKeeper::beat(Lease& lease, Instant now) const {
  if (!mine(lease)) {
    lease.owner = owner_;
    ++lease.fence;
    lease.taken_at = now;
  }
  ++lease.beats;
  lease.beat_at = now;
  lease.expires_at = now + lease_term;
  if (swept_at_) lease.swept_at = swept_at_;
  lease.faults = faults_;
}

bool LeaseKeeper::keep(Instant now, Milliseconds uptime) {
  if (held_ && uptime < next_beat_) return true;
  if (!held_ && !could_be_had(now, uptime)) {
    next_beat_ = uptime + lease_beat;
    return false;
  }
  bool held = false;
  std::int64_t fence = 0;
  store_.write([&](Writing& writing) {
    Lease lease = writing.lease().value_or(Lease{});
    held = mine(lease) || free(lease, now, uptime);
    if (!held) return;
    beat(lease, now);
    fence = lease.fence;
    writing.put_lease(lease);
  });
  held_ = held;
  fence_ = fence;
  next_beat_ = uptime + lease_beat;
  if (held) holder_ = owner_;
  return held_;
}

void LeaseKeeper::require(Writing& writing) const {
  const auto lease = writing.lease();
  if (!lease || !mine(*lease)) throw LeaseLost{lease ? lease->owner : std::string()};
}

void LeaseKeeper::give_back(Instant now) {
  if (!held_) return;
  store_.write([&](Writing& writing) {
    auto lease = writing.lease();
    if (!lease || !mine(*lease)) return;
    beat(*lease, now);
    lease->owner.clear();
    lease->expires_at = now;
    writing.put_lease(*lease);
  });
  held_ = false;
}

void LeaseKeeper::note_sweep(Instant at, std::int64_t faults) {
  swept_at_ = at;
  faults_ = faults;
}

}  // namespace engine
