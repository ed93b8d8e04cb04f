#pragma once

#include "engine/accounts/rows.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace engine {

/// Sessions and tokens that were read and found good, by digest, so that a request need not read them again. All are
/// forgotten when the stored revision has moved: somebody, in whatever process, has ended something. Thread-safe.
class Verified {
 public:
  [[nodiscard]] std::optional<SessionRow> session(std::int64_t revision, const std::string& digest);
  void keep(std::int64_t revision, const SessionRow& row);
  [[nodiscard]] std::optional<TokenRow> token(std::int64_t revision, const std::string& digest);
  void keep(std::int64_t revision, const TokenRow& row);

  /// Moves the time a session was last seen at; true if it is to be stored: once in `every`, and told to one caller.
  [[nodiscard]] bool seen(const std::string& digest, Instant now, Seconds every);
  /// The same for the last use of a token.
  [[nodiscard]] bool used(const std::string& digest, Instant now, Seconds every);

 private:
  struct Kept {
    SessionRow row;
    Instant stored_at;
  };
  void renew(std::int64_t revision);

  std::mutex mutex_;
  std::int64_t revision_ = -1;
  std::unordered_map<std::string, Kept> sessions_;
  std::unordered_map<std::string, TokenRow> tokens_;
};

/// Counts refused attempts by address, so that a flood leaves a line a minute in the audit trail and not a line each.
/// Thread-safe.
class RefusedCounts {
 public:
  /// How many refused attempts the next line stands for, this one included; nothing if it is too early for a line.
  [[nodiscard]] std::optional<std::int64_t> count(const std::string& key, Instant now, Seconds every);

 private:
  struct Count {
    Instant noted_at;
    std::int64_t since = 0;
  };
  std::mutex mutex_;
  std::unordered_map<std::string, Count> counts_;
};

}  // namespace engine
