#include "engine/accounts/verified.hpp"

#include <algorithm>
#include <utility>

namespace engine {
namespace {

// An attacker who makes up addresses or tokens must not fill the memory: what is forgotten is only read again.
constexpr std::size_t most = 20000;

template <class Map>
void make_room(Map& map) {
  if (map.size() >= most) map.clear();
}

}  // namespace

void Verified::renew(std::int64_t revision) {
  if (revision_ == revision) return;
  revision_ = revision;
  sessions_.clear();
  tokens_.clear();
}

std::optional<SessionRow> Verified::session(std::int64_t revision, const std::string& digest) {
  const std::lock_guard lock(mutex_);
  renew(revision);
  const auto at = sessions_.find(digest);
  return at == sessions_.end() ? std::nullopt : std::optional(at->second.row);
}

void Verified::keep(std::int64_t revision, const SessionRow& row) {
  const std::lock_guard lock(mutex_);
  if (revision != revision_) return;
  make_room(sessions_);
  sessions_.try_emplace(row.digest, Kept{row, row.seen_at});
}

std::optional<TokenRow> Verified::token(std::int64_t revision, const std::string& digest) {
  const std::lock_guard lock(mutex_);
  renew(revision);
  const auto at = tokens_.find(digest);
  return at == tokens_.end() ? std::nullopt : std::optional(at->second);
}

void Verified::keep(std::int64_t revision, const TokenRow& row) {
  const std::lock_guard lock(mutex_);
  if (revision != revision_) return;
  make_room(tokens_);
  tokens_.try_emplace(row.digest, row);
}

bool Verified::seen(const std::string& digest, Instant now, Seconds every) {
  const std::lock_guard lock(mutex_);
  const auto at = sessions_.find(digest);
  if (at == sessions_.end()) return false;
  Kept& kept = at->second;
  kept.row.seen_at = std::max(kept.row.seen_at, now);
  if (now - kept.stored_at < every) return false;
  kept.stored_at = now;
  return true;
}

bool Verified::used(const std::string& digest, Instant now, Seconds every) {
  const std::lock_guard lock(mutex_);
  const auto at = tokens_.find(digest);
  if (at == tokens_.end() || (at->second.used_at && now - *at->second.used_at < every)) return false;
  at->second.used_at = now;
  return true;
}

std::optional<std::int64_t> RefusedCounts::count(const std::string& key, Instant now, Seconds every) {
  const std::lock_guard lock(mutex_);
  make_room(counts_);
  const auto [at, fresh] = counts_.try_emplace(key, Count{now, 0});
  Count& count = at->second;
  ++count.since;
  if (!fresh && now >= count.noted_at && now - count.noted_at < every) return {};
  count.noted_at = now;
  return std::exchange(count.since, 0);
}

}  // namespace engine
