#include "engine/schedule/nightly.hpp"

#include "engine/check.hpp"
#include "engine/error.hpp"
#include "engine/schedule/night_report.hpp"

#include <algorithm>

namespace engine {
namespace {

constexpr Milliseconds usual_time = std::chrono::minutes(30);

const Site& top_site(const World& world) {
  for (const Centre& centre : world.centres())
    if (centre.parent.empty()) return world.site_of(centre.id);
  return world.default_site();
}

std::optional<Night> last_night(Reading& reading) {
  auto nights = reading.nights(1);
  return nights.empty() ? std::nullopt : std::optional(std::move(nights.front()));
}

struct Asked {
  NightTimes times{Zone::utc(), usual_time};
  std::optional<NightWanted> wanted;
  std::optional<Night> last;
};

Asked ask(Desk& desk) {
  Asked asked;
  desk.store().read([&](Reading& reading) {
    asked.times = night_times(reading, *desk.world(reading));
    asked.wanted = night_wanted(reading, asked.times, desk.now());
    asked.last = last_night(reading);
  });
  return asked;
}

}  // namespace

Date NightTimes::last(Instant now) const {
  const Date today = zone_.date(now);
  return due(today) <= now ? today : today - std::chrono::days(1);
}

std::optional<Milliseconds> read_time_of_day(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] - '0'; };
  if (text.size() != 5 || text[2] != ':') return {};
  for (const std::size_t at : {0U, 1U, 3U, 4U})
    if (digit(at) < 0 || digit(at) > 9) return {};
  const int hours = digit(0) * 10 + digit(1), minutes = digit(3) * 10 + digit(4);
  if (hours > 23 || minutes > 59) return {};
  return std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

NightTimes night_times(Reading& reading, const World& world) {
  const auto said = reading.setting(key_nightly_at);
  return {top_site(world).zone(), said ? read_time_of_day(*said).value_or(usual_time) : usual_time};
}

std::optional<NightWanted> night_wanted(Reading& reading, const NightTimes& times, Instant now) {
  const Date day = times.last(now);
  const auto last = last_night(reading);
  if (!last) return NightWanted{day, {}};
  if (last->day >= day) return {};
  const Date after_last = last->day + std::chrono::days(1);
  return NightWanted{day, after_last < day ? std::optional(after_last) : std::nullopt};
}

Instant next_night(Reading& reading, const NightTimes& times, Instant now) {
  const auto last = last_night(reading);
  const Date done = last ? std::max(last->day, times.last(now)) : times.last(now);
  return times.due(done + std::chrono::days(1));
}

NightRun run_night(Desk& desk, const std::string& owner, const SweepOrder& order) {
  const Asked asked = ask(desk);
  if (!asked.wanted) return {*asked.last, false};
  const SweepResult swept = sweep(desk, order);
  if (!swept.finished) return {asked.last.value_or(Night{}), false};
  Night night{asked.wanted->day, desk.now(), asked.wanted->missed_from, owner, {}};
  night.report = night_report(desk, night, asked.last ? std::optional(asked.last->as_of) : std::nullopt, swept);
  bool made = false;
  desk.store().write([&](Writing& writing) {
    if (order.guard) order.guard(writing);
    made = writing.put_night(night);
    if (!made) night = *writing.night(night.day);
  });
  return {std::move(night), made};
}

}  // namespace engine
