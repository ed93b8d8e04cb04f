#include "engine/accounts/brake.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <arpa/inet.h>

namespace engine {
namespace {

/// A time that lies far ahead was written before the clock was set back: nobody waits for it to come again.
bool lies_ahead(Instant at, Instant now, Seconds longest) { return at - now > 2 * longest; }

bool is_forgotten(const GrowingDelay& rule, const BrakeRow& row, Instant now) { return now - row.at > rule.memory; }

Seconds delay_after(const GrowingDelay& rule, std::int64_t failures) {
  constexpr std::int64_t most_doublings = 30;
  if (failures < rule.free) return Seconds{0};
  const auto doublings = std::min(failures - rule.free, most_doublings);
  return std::min(rule.longest, rule.first * (std::int64_t{1} << doublings));
}

/// What is left until `end`, rounded up to whole seconds.
Seconds until(Instant end, Instant now) { return end <= now ? Seconds{0} : std::chrono::ceil<Seconds>(end - now); }

Seconds wait_for(const GrowingDelay& rule, const BrakeRow& row, Instant now) {
  if (is_forgotten(rule, row, now) || lies_ahead(row.at, now, rule.longest)) return Seconds{0};
  return until(row.at + delay_after(rule, row.failures), now);
}

/// A bucket is kept as the instant at which it will be full again.
Instant full_at(const Bucket& rule, const BrakeRow& row, Instant now) {
  return lies_ahead(row.at, now, rule.capacity * rule.period) ? now : std::max(row.at, now);
}

Seconds wait_for(const Bucket& rule, const BrakeRow& row, Instant now) {
  return until(full_at(rule, row, now) + rule.period - rule.capacity * rule.period, now);
}

void charge(const GrowingDelay& rule, BrakeRow& row, Instant now) {
  row.failures = is_forgotten(rule, row, now) ? 1 : row.failures + 1;
  row.at = now;
}

void charge(const Bucket& rule, BrakeRow& row, Instant now) { row.at = full_at(rule, row, now) + rule.period; }

Brake brake(std::string kind, std::string login, std::string place, std::variant<GrowingDelay, Bucket> rule) {
  return {{std::move(kind), std::move(login), std::move(place), 0, {}}, rule};
}

std::string network_of(const in6_addr& address) {
  in6_addr network{};
  std::memcpy(&network, &address, 8);
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(AF_INET6, &network, text.data(), static_cast<socklen_t>(text.size()));
  return std::string(text.data()) + "/64";
}

}  // namespace

Seconds Brake::wait(const std::optional<BrakeRow>& row, Instant now) const {
  return row ? std::visit([&](const auto& how) { return wait_for(how, *row, now); }, rule) : Seconds{0};
}

BrakeRow Brake::charged(const std::optional<BrakeRow>& row, Instant now) const {
  BrakeRow next = row.value_or(key);
  std::visit([&](const auto& how) { charge(how, next, now); }, rule);
  return next;
}

std::optional<BrakeRow> Brake::refunded(const std::optional<BrakeRow>& row, Instant now) const {
  const auto* bucket = std::get_if<Bucket>(&rule);
  if (bucket == nullptr || !row || row->at - bucket->period <= now) return {};
  BrakeRow next = *row;
  next.at -= bucket->period;
  return next;
}

std::vector<Brake> brakes_of(const Attempter& who, const AccountPolicy& policy) {
  if (who.trust == Trust::KnownDevice) return {brake("device", who.login, who.device, policy.pair)};
  std::vector<Brake> all{brake("pair", who.login, who.address, policy.pair),
                         brake("address", "", who.address, policy.from_address)};
  if (who.trust == Trust::Stranger) all.push_back(brake("login", who.login, "", policy.at_login));
  return all;
}

std::string address_key(std::string_view address) {
  const std::string text(address.substr(0, 64));
  in_addr four{};
  if (inet_pton(AF_INET, text.c_str(), &four) == 1) return text;
  in6_addr six{};
  if (inet_pton(AF_INET6, text.c_str(), &six) != 1) return text;
  if (!IN6_IS_ADDR_V4MAPPED(&six)) return network_of(six);
  const auto* bytes = six.s6_addr + 12;
  return std::to_string(bytes[0]) + "." + std::to_string(bytes[1]) + "." + std::to_string(bytes[2]) + "." +
         std::to_string(bytes[3]);
}

}  // namespace engine
