#pragma once

#include "engine/deliver/plan.hpp"
#include "engine/world.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A parcel whose attempt is recorded, with the messages it carries.
struct Claimed {
  Parcel parcel;
  std::vector<OutboxItem> items;
};

/// Records an attempt of everything that goes out now, before it goes: whoever dies between this and the sending leaves
/// it to be tried again under the same id (field-lessons row 33). Nothing unless `owner` holds the lease in this very
/// transaction: so of several servers one delivers. Closes what is finished.
[[nodiscard]] std::vector<Claimed> claim_deliveries(Writing& writing, const World& world,
                                                    std::span<const Channel> channels, std::string_view owner,
                                                    Instant now);

/// Records how the attempt went; an empty `error` is success. Dead after the last attempt.
void settle_delivery(Writing& writing, const Parcel& parcel, std::string_view error, Instant now);

/// A dead message (all rows under its id, or those of an item) is tried anew; false if there is none.
[[nodiscard]] bool resend_delivery(Writing& writing, std::string_view id, Instant now);

}  // namespace engine
