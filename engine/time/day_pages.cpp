#include "engine/time/day_pages.hpp"

#include "engine/time/range.hpp"
#include "engine/time/site.hpp"

#include <algorithm>

namespace engine {
namespace {

constexpr Date first_paged = first_date;

std::int64_t count(Instant at) { return at.time_since_epoch().count(); }

void add_spans(DayPage& page, PagedDay& day, const std::vector<OpenSegment>& segments) {
  day.first_span = static_cast<std::uint32_t>(page.spans.size());
  day.spans = static_cast<std::uint8_t>(segments.size());
  for (const OpenSegment& segment : segments) {
    page.spans.push_back({count(segment.from), count(segment.to)});
    page.open += (segment.to - segment.from).count();
  }
  day.closing = segments.empty() ? day.next : count(segments.back().to);
}

void fill(DayPage& page, int place, const Site& site, Date date) {
  PagedDay& day = page.days[static_cast<std::size_t>(place)];
  day.midnight = count(site.zone().midnight(date));
  day.next = count(site.zone().midnight(date + std::chrono::days{1}));
  day.open_before = page.open;
  day.working_before = static_cast<std::uint16_t>(page.working.size());
  day.firm = site.calendar().standing(date) == Standing::Firm;
  add_spans(page, day, segments_of(site, date));
  day.working = day.spans != 0 && site.day(date).working;
  if (day.working) page.working.push_back(static_cast<std::uint16_t>(place));
}

}  // namespace

PagePlace page_place(Date date) {
  require_in_range(date);
  const auto index = (date - first_paged).count();
  return {static_cast<int>(index / DayPage::size), static_cast<int>(index % DayPage::size)};
}

Date date_at(PagePlace place) { return first_paged + std::chrono::days{place.page * DayPage::size + place.place}; }

std::vector<OpenSegment> segments_of(const Site& site, Date date) {
  std::vector<OpenSegment> segments;
  Instant after = site.zone().midnight(date);
  const Instant next = site.zone().midnight(date + std::chrono::days{1});
  for (const OpenSpan& span : site.hours(date)) {
    const Instant from = std::max(after, site.zone().to_instant(LocalTime{date} + span.from));
    const Instant to = std::min(next, site.zone().to_instant(LocalTime{date} + span.to));
    if (to <= from) continue;
    segments.push_back({from, to});
    after = to;
  }
  return segments;
}

std::unique_ptr<const DayPage> build_page(const Site& site, int number) {
  auto page = std::make_unique<DayPage>();
  for (int place = 0; place < DayPage::size; ++place) fill(*page, place, site, date_at({number, place}));
  return page;
}

PageCache::~PageCache() {
  for (auto& slot : slots_) delete slot.load(std::memory_order_relaxed);
}

const DayPage& PageCache::build(const Site& site, int number) const {
  if (number < 0 || number >= count) require_in_range(last_date + std::chrono::days{1});
  auto& slot = slots_[static_cast<std::size_t>(number)];
  auto built = build_page(site, number);
  const DayPage* published = nullptr;
  if (slot.compare_exchange_strong(published, built.get(), std::memory_order_acq_rel)) return *built.release();
  return *published;
}

}  // namespace engine
