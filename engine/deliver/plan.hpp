#pragma once

#include "engine/deliver/channel.hpp"
#include "engine/deliver/rows.hpp"
#include "engine/time/site.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// A message that is not closed, with what decides when it may go.
struct Pending {
  OutboxItem item;
  Site site;            // of the recipient's centre: its quiet hours and rest days hold the message back
  bool urgent = false;  // red and above go at any hour
  std::vector<Delivery> rows;
};

/// What goes out now as one message: one item, or a digest of several.
struct Parcel {
  std::string channel;
  std::string message;
  std::vector<std::string> items;
  int attempt = 1;

  friend bool operator==(const Parcel&, const Parcel&) = default;
};

struct DeliveryPlan {
  std::vector<Parcel> parcels;
  std::vector<std::string> finished;  // items for which nothing more is to be done
  std::optional<Instant> next;        // when something that waits may go, if nothing changes before

  [[nodiscard]] bool empty() const { return parcels.empty() && finished.empty(); }
};

/// Which message goes where now. `tried` is what each channel tried in the last minute. Pure.
[[nodiscard]] DeliveryPlan plan_deliveries(std::span<const Pending> pending, std::span<const Channel> channels,
                                           const std::map<std::string, std::int64_t, std::less<>>& tried, Instant now);

/// How long to wait after a failed attempt: 30 s doubled each time, at most an hour, and up to a quarter more by the
/// id, so that messages do not come back all at once.
[[nodiscard]] Milliseconds backoff(std::string_view message, int attempts);

/// True in the quiet hours and on the rest days of the site (field-lessons row 40).
[[nodiscard]] bool is_quiet(const Channel& channel, const Site& site, Instant now);
/// The first instant at or after `now` that is not quiet; a month later if there is none.
[[nodiscard]] Instant quiet_ends(const Channel& channel, const Site& site, Instant now);

}  // namespace engine
