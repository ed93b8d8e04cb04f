#pragma once

#include "engine/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace engine {

/// How often the holder of the lease gives a sign of life, and for how long each is believed.
inline constexpr Milliseconds lease_beat{15'000};
inline constexpr Milliseconds lease_term{45'000};

/// Who raises the alerts of a database now, and the sign of life it gives: one row. Whoever raises shows the fencing
/// number in the transaction that raises, so that a holder whose lease went to another writes nothing.
struct Lease {
  std::string owner;                // names one run of one program on one machine; empty: given back in good order
  std::int64_t fence = 0;           // grows with every new holder, never falls
  std::int64_t beats = 0;           // grows with every sign of life, so that a life is seen whatever the clocks say
  Instant taken_at{};               // when this holder began
  Instant beat_at{};                // the last sign of life
  Instant expires_at{};             // when others may take it
  std::optional<Instant> swept_at;  // when what was due was last raised
  std::int64_t faults = 0;          // cases that the last sweep could not move

  friend bool operator==(const Lease&, const Lease&) = default;
};

}  // namespace engine
