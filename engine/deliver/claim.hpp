#pragma once

#include "engine/deliver/plan.hpp"
#include "engine/world.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// Enough for the worst day of a town; what is beyond waits for its turn.
inline constexpr std::int64_t items_most = 20'000;

/// A parcel whose attempt is recorded, with the messages it carries.
struct Claimed {
  Parcel parcel;
  std::vector<OutboxItem> items;
};

/// What `claim_deliveries` would do, without doing it: so that nobody writes to find out. Looks at the oldest `items`
/// messages that are not closed.
[[nodiscard]] DeliveryPlan look_at_deliveries(Reading& reading, const World& world, std::span<const Channel> channels,
                                              Instant now, std::int64_t items);

/// Records an attempt of everything that goes out now, before it goes: whoever dies between this and the sending leaves
/// it to be tried again under the same id (field-lessons row 33). Nothing unless `owner` holds the lease in this very
/// transaction: so of several servers one delivers. Closes what is finished.
[[nodiscard]] std::vector<Claimed> claim_deliveries(Writing& writing, const World& world,
                                                    std::span<const Channel> channels, std::string_view owner,
                                                    Instant now, std::int64_t items = items_most);

/// Records how the attempt went; an empty `error` is success. Dead after the last attempt.
void settle_delivery(Writing& writing, const Parcel& parcel, std::string_view error, Instant now);

/// A dead message (all rows under its id, or those of an item) is tried anew; false if there is none.
[[nodiscard]] bool resend_delivery(Writing& writing, std::string_view id, Instant now);

}  // namespace engine
