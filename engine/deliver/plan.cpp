#include "engine/deliver/plan.hpp"

#include "engine/digest.hpp"

#include <algorithm>

namespace engine {
namespace {

using State = Delivery::State;

/// What a full bucket holds back is looked at again after so long.
constexpr Milliseconds bucket_look{5000};

const Delivery* row_of(const Pending& pending, const Channel& channel) {
  const auto at = std::ranges::find(pending.rows, channel.name, &Delivery::channel);
  return at == pending.rows.end() ? nullptr : &*at;
}

bool is_for(const Pending& pending, const Channel& channel) {
  return takes(channel, pending.item.to, pending.item.created_at);
}

bool may_go(const Pending& pending, const Channel& channel, Instant now) {
  return pending.urgent || !is_quiet(channel, pending.site, now);
}

/// Attempts to be made again: all rows of one message together, under the id they had.
std::vector<Parcel> repeated(std::span<const Pending> pending, const Channel& channel, Instant now) {
  std::map<std::string, Parcel> found;
  std::map<std::string, bool> ready;
  for (const Pending& one : pending) {
    const Delivery* row = row_of(one, channel);
    if (row == nullptr || row->state != State::Trying || row->next_at > now) continue;
    auto& parcel = found.try_emplace(row->message, Parcel{channel.name, row->message, {}, 1}).first->second;
    parcel.items.push_back(one.item.id);
    parcel.attempt = std::max(parcel.attempt, row->attempts + 1);
    ready[row->message] = ready[row->message] || may_go(one, channel, now);
  }
  std::vector<Parcel> out;
  for (auto& [message, parcel] : found)
    if (ready[message]) out.push_back(std::move(parcel));
  return out;
}

std::vector<const Pending*> fresh(std::span<const Pending> pending, const Channel& channel, Instant now) {
  std::vector<const Pending*> found;
  for (const Pending& one : pending)
    if (is_for(one, channel) && row_of(one, channel) == nullptr && may_go(one, channel, now)) found.push_back(&one);
  std::ranges::stable_sort(found, std::greater{}, &Pending::urgent);
  return found;
}

Parcel digest(const Channel& channel, std::span<const Pending* const> members) {
  Parcel parcel{channel.name, {}, {}, 1};
  std::string ids;
  for (const Pending* one : members) ids += parcel.items.emplace_back(one->item.id) + " ";
  constexpr std::size_t id_length = 32;
  parcel.message = "digest-" + sha256_hex(channel.name + " " + ids).substr(0, id_length);
  return parcel;
}

/// One message each while they are few, digests when they are many.
std::vector<Parcel> first_time(const std::vector<const Pending*>& members, const Channel& channel) {
  std::vector<Parcel> out;
  if (members.size() <= digest_above) {
    for (const Pending* one : members) out.push_back({channel.name, one->item.id, {one->item.id}, 1});
    return out;
  }
  for (std::size_t at = 0; at < members.size(); at += digest_most)
    out.push_back(digest(channel, std::span{members}.subspan(at, std::min(digest_most, members.size() - at))));
  return out;
}

void take_earlier(std::optional<Instant>& next, Instant at) {
  if (!next || at < *next) next = at;
}

void plan_channel(std::span<const Pending> pending, const Channel& channel, std::int64_t tried, Instant now,
                  DeliveryPlan& plan) {
  auto parcels = repeated(pending, channel, now);
  std::ranges::move(first_time(fresh(pending, channel, now), channel), std::back_inserter(parcels));
  const auto room = std::clamp<std::int64_t>(per_minute - tried, 0, std::ssize(parcels));
  if (room < std::ssize(parcels)) take_earlier(plan.next, now + bucket_look);
  std::move(parcels.begin(), parcels.begin() + room, std::back_inserter(plan.parcels));
}

/// When one message that does not go now may go through one channel; nothing if that is now or never.
std::optional<Instant> waits_until(const Pending& one, const Channel& channel, Instant now) {
  const Delivery* row = row_of(one, channel);
  if (row == nullptr ? !is_for(one, channel) : row->state != State::Trying) return std::nullopt;
  Instant at = row == nullptr ? now : std::max(now, row->next_at);
  if (!one.urgent) at = quiet_ends(channel, one.site, at);
  return at > now ? std::optional(at) : std::nullopt;
}

bool is_finished(const Pending& pending, std::span<const Channel> channels) {
  return std::ranges::all_of(channels, [&](const Channel& channel) {
    const Delivery* row = row_of(pending, channel);
    return row == nullptr ? !is_for(pending, channel) : row->state != State::Trying;
  });
}

}  // namespace

bool takes(const Channel& channel, std::string_view recipient, Instant created_at) {
  return created_at >= channel.since && std::ranges::any_of(channel.recipients, [&](const std::string& each) {
           return each == "*" || each == recipient;
         });
}

DeliveryPlan plan_deliveries(std::span<const Pending> pending, std::span<const Channel> channels,
                             const std::map<std::string, std::int64_t, std::less<>>& tried, Instant now) {
  DeliveryPlan plan;
  for (const Channel& channel : channels) {
    const auto at = tried.find(channel.name);
    plan_channel(pending, channel, at == tried.end() ? 0 : at->second, now, plan);
    for (const Pending& one : pending)
      if (const auto until = waits_until(one, channel, now)) take_earlier(plan.next, *until);
  }
  for (const Pending& one : pending)
    if (is_finished(one, channels)) plan.finished.push_back(one.item.id);
  return plan;
}

Milliseconds backoff(std::string_view message, int attempts) {
  using namespace std::chrono_literals;
  constexpr int doublings_most = 7;
  const Milliseconds wait = std::min<Milliseconds>(30s * (1 << std::clamp(attempts - 1, 0, doublings_most)), 1h);
  const auto share = std::stoul(sha256_hex(std::string(message) + std::to_string(attempts)).substr(0, 4), nullptr, 16);
  constexpr std::int64_t shares = 0x40000;  // of a quarter: four hexadecimal digits reach a fourth of it
  return wait + Milliseconds{wait.count() * static_cast<std::int64_t>(share) / shares};
}

bool is_quiet(const Channel& channel, const Site& site, Instant now) {
  const Date date = site.zone().date(now);
  if (!site.day(date).working) return true;
  const auto minute =
      std::chrono::duration_cast<std::chrono::minutes>(site.zone().to_local(now) - LocalTime{date}).count();
  const bool late = minute >= channel.quiet_from, early = minute < channel.quiet_until;
  return channel.quiet_from <= channel.quiet_until ? late && early : late || early;
}

Instant quiet_ends(const Channel& channel, const Site& site, Instant now) {
  if (!is_quiet(channel, site, now)) return now;
  constexpr int days_most = 31;
  const Date today = site.zone().date(now);
  const std::chrono::minutes morning{channel.quiet_from == channel.quiet_until ? 0 : channel.quiet_until};
  for (int n = 0; n <= days_most; ++n) {
    const LocalTime midnight{today + std::chrono::days{n}};
    for (const LocalTime candidate : {midnight, midnight + morning}) {
      const Instant at = site.zone().to_instant(candidate);
      if (at > now && !is_quiet(channel, site, at)) return at;
    }
  }
  return now + std::chrono::days{days_most};
}

}  // namespace engine
