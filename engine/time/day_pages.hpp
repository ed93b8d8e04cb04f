#pragma once

#include "engine/instant.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace engine {

class Site;

/// One civil day of a site, in UTC milliseconds.
struct PagedDay {
  std::int64_t midnight = 0;     ///< where the day begins
  std::int64_t next = 0;         ///< where the next day begins
  std::int64_t closing = 0;      ///< end of its last span; `next` when it has none
  std::int64_t open_before = 0;  ///< open milliseconds of the page before this day
  std::uint32_t first_span = 0;  ///< into `DayPage::spans`
  std::uint16_t working_before = 0;
  std::uint8_t spans = 0;
  bool working = false;
  bool firm = true;
};

/// 512 consecutive civil days with running sums, so that counting days is a look-up.
struct DayPage {
  static constexpr int size = 512;
  struct Span {
    std::int64_t from;
    std::int64_t to;
  };
  std::array<PagedDay, size> days;
  std::vector<Span> spans;             ///< every open span, in order, never overlapping
  std::vector<std::uint16_t> working;  ///< places of the working days, in order
  std::int64_t open = 0;               ///< open milliseconds of the whole page
};

/// Where a date stands in the pages.
struct PagePlace {
  int page;
  int place;
};

/// Pages reach over all dates the program counts with; a date outside is an `Error` (Usage, "date_out_of_range").
PagePlace page_place(Date date);
Date date_at(PagePlace place);

/// A stretch of time in which a site is open, half-open.
struct OpenSegment {
  Instant from;
  Instant to;
  friend bool operator==(const OpenSegment&, const OpenSegment&) = default;
};

/// The open stretches of one civil day. Over a DST gap two spans may meet or cross: each begins where the one before
/// ended.
std::vector<OpenSegment> segments_of(const Site& site, Date date);

std::unique_ptr<const DayPage> build_page(const Site& site, int number);

/// Holds the pages built so far; any number of threads may ask at once, each page is published once.
class PageCache {
 public:
  static constexpr int count = 216;
  PageCache() = default;
  ~PageCache();
  PageCache(const PageCache&) = delete;
  PageCache& operator=(const PageCache&) = delete;

  /// The page, built by `site` when it is first asked for; a number outside [0, count) is an `Error`.
  const DayPage& page(const Site& site, int number) const {
    if (number >= 0 && number < count) {
      if (const DayPage* built = slots_[static_cast<std::size_t>(number)].load(std::memory_order_acquire))
        return *built;
    }
    return build(site, number);
  }

 private:
  const DayPage& build(const Site& site, int number) const;

  mutable std::array<std::atomic<const DayPage*>, count> slots_{};
};

}  // namespace engine
