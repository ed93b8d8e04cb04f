#pragma once

#include "engine/instant.hpp"

#include <chrono>
#include <cstddef>

namespace engine {

/// A token bucket: so many attempts at once, then one each `period`.
struct Bucket {
  int capacity;
  Seconds period;
};

/// A delay that grows: the first failures are free, then each one doubles the wait up to `longest`; all is forgotten
/// after `memory` without a failure.
struct GrowingDelay {
  int free;
  Seconds first;
  Seconds longest;
  Seconds memory;
};

/// The limits of accounts as data; OWASP ASVS 4.0 chapters 2 and 3 and NIST SP 800-63B sections 5.1.1 and 7.2.
struct AccountPolicy {
  std::size_t shortest_password = 10;  // characters, not bytes
  std::size_t longest_password = 128;

  Seconds idle_limit = std::chrono::minutes{30};
  Seconds absolute_limit = std::chrono::hours{12};
  Seconds write_back = std::chrono::minutes{1};  // how exactly the idle time is stored
  std::size_t most_sessions = 20;                // of one person; the oldest ends

  GrowingDelay pair{4, std::chrono::seconds{1}, std::chrono::minutes{15}, std::chrono::hours{24}};
  Bucket from_address{20, std::chrono::seconds{30}};
  Bucket at_login{30, std::chrono::minutes{5}};  // from strangers only: never counts a known device or address
  Seconds place_memory = std::chrono::hours{24 * 90};
  std::size_t most_places = 16;     // known devices, and known addresses, of one person
  std::size_t most_brakes = 50000;  // rows of throttle state; the oldest go
  Seconds note_again{60};           // refused attempts of one address are noted at most this often, with their count

  int most_hashes_at_once = 2;  // each takes 64 MiB
  int most_waiting = 32;
  Seconds longest_token_life = std::chrono::hours{24 * 366};
};

}  // namespace engine
