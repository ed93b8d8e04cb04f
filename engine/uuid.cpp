#include "engine/uuid.hpp"

#include "engine/error.hpp"

#include <array>
#include <cstdint>
#include <mutex>

#include <openssl/rand.h>

namespace engine {
namespace {

/// 74 bits that grow within a millisecond (RFC 9562 section 6.2, method 2: a random start, then +1).
struct Counter {
  std::int64_t millisecond = -1;
  std::uint64_t low = 0;
};

std::uint64_t random_bits() {
  std::uint64_t bits = 0;
  if (RAND_bytes(reinterpret_cast<unsigned char*>(&bits), sizeof bits) != 1)
    throw Error(Error::Kind::Fault, "no_randomness", "the system gives no random numbers; cannot make an id");
  return bits;
}

/// Some bits of headroom, so that counting up within a millisecond never wraps.
std::uint64_t fresh_start() { return random_bits() >> 4; }

std::string hex_text(std::uint64_t high, std::uint64_t low) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (int nibble = 0; nibble < 32; ++nibble) {
    if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) text += '-';
    const std::uint64_t word = nibble < 16 ? high : low;
    text += digits[(word >> (60 - 4 * (nibble % 16))) & 0xF];
  }
  return text;
}

}  // namespace

std::string make_uuid(Instant at) {
  static std::mutex mutex;
  static Counter counter;
  const std::lock_guard lock(mutex);
  const std::int64_t millisecond = at.time_since_epoch().count();
  if (millisecond == counter.millisecond) {
    ++counter.low;
  } else {
    counter = {millisecond, fresh_start()};
  }
  // 62 bits follow the variant; the 12 bits after the version carry the bits above them.
  const std::uint64_t high = (static_cast<std::uint64_t>(millisecond) << 16) | 0x7000U | ((counter.low >> 50) & 0xFFFU);
  const std::uint64_t low =
      0x8000000000000000U | ((counter.low << 12) & 0x3FFFFFFFFFFFF000U) | (random_bits() & 0xFFFU);
  return hex_text(high, low);
}

}  // namespace engine
