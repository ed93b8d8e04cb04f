#pragma once

#include "engine/accounts/policy.hpp"
#include "engine/accounts/rows.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace engine {

/// How far the place of an attempt is known: it decides what may slow the attempt down.
enum class Trust { Stranger, KnownAddress, KnownDevice };

/// One thing that slows attempts down: under which key it is kept, and how it grows. Its functions are pure.
struct Brake {
  BrakeRow key;  // kind, login, place
  std::variant<GrowingDelay, Bucket> rule;

  /// How long an attempt must still wait; zero: it may be made. A clock that was set back makes nobody wait for
  /// it to catch up.
  [[nodiscard]] Seconds wait(const std::optional<BrakeRow>& row, Instant now) const;
  /// After one more attempt, charged before it is judged so that attempts at once count like attempts in a row.
  [[nodiscard]] BrakeRow charged(const std::optional<BrakeRow>& row, Instant now) const;
  /// After the attempt turned out well; nothing is left to remember if empty.
  [[nodiscard]] std::optional<BrakeRow> refunded(const std::optional<BrakeRow>& row, Instant now) const;
};

/// Who tries, and from where: digests and normal forms only.
struct Attempter {
  std::string login;    // digest of the login
  std::string address;  // see address_key
  std::string device;   // digest of the device cookie, empty if none
  Trust trust = Trust::Stranger;
};

/// What an attempt to sign in meets. Failures from elsewhere slow down only strangers: a known device has a brake of
/// its own, a known address its own and that of all logins at that address (OWASP: slow down guessing with device
/// cookies).
[[nodiscard]] std::vector<Brake> brakes_of(const Attempter& attempter, const AccountPolicy& policy);

/// An address as it is counted: IPv4 as it is (also within IPv6), IPv6 by its /64, which one subscriber has; anything
/// else unchanged.
[[nodiscard]] std::string address_key(std::string_view address);

}  // namespace engine
