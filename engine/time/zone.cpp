#include "engine/time/zone.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/time/range.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include <date/tz.h>
#include <fmt/format.h>

namespace engine {
namespace {

const date::time_zone* locate(const std::string& name) {
  try {
    return date::locate_zone(name);
  } catch (const std::runtime_error&) {
    throw Error(Error::Kind::Usage, "unknown_zone",
                fmt::format(mark("The time zone \"{0}\" is not known; write an IANA name such as Asia/Shanghai."),
                            name.substr(0, 60)));
  }
}

std::int64_t seconds_of(std::chrono::local_days day) { return std::chrono::seconds(day.time_since_epoch()).count(); }

}  // namespace

std::shared_ptr<const Zone::Data> Zone::load(const std::string& name) {
  const date::time_zone* zone = locate(name);
  auto data = std::make_shared<Data>();
  data->name = name;
  const std::int64_t last = seconds_of(last_date) + 2 * 86'400;
  date::sys_info info = zone->get_info(date::sys_seconds{Seconds{seconds_of(first_date) - 2 * 86'400}});
  data->by_utc.push_back({INT64_MIN, info.offset.count()});
  data->by_local.push_back(data->by_utc.back());
  while (info.end.time_since_epoch().count() < last) {
    const std::int64_t before = info.offset.count();
    info = zone->get_info(info.end);
    const std::int64_t at = info.begin.time_since_epoch().count();
    const std::int64_t after = info.offset.count();
    data->by_utc.push_back({at, after});
    // Up to here the old offset is still read: over a gap it moves the time on, over a fold it gives the first one.
    data->by_local.push_back({at + std::max(before, after), after});
  }
  return data;
}

Zone Zone::named(std::string_view name) {
  static std::mutex guard;
  static std::map<std::string, std::shared_ptr<const Data>, std::less<>> loaded;
  const std::lock_guard lock(guard);
  auto found = loaded.find(name);
  if (found == loaded.end()) found = loaded.emplace(name, load(std::string(name))).first;
  return Zone(found->second);
}

std::int64_t Zone::find(const std::vector<Shift>& shifts, std::int64_t seconds) {
  const auto after = std::upper_bound(shifts.begin() + 1, shifts.end(), seconds,
                                      [](std::int64_t value, const Shift& shift) { return value < shift.from; });
  return std::prev(after)->offset;
}

Seconds Zone::offset(Instant at) const {
  return Seconds{find(data_->by_utc, std::chrono::floor<Seconds>(at).time_since_epoch().count())};
}

Instant Zone::to_instant(LocalTime local) const {
  const std::int64_t seconds = std::chrono::floor<Seconds>(local).time_since_epoch().count();
  return Instant{local.time_since_epoch() - Seconds{find(data_->by_local, seconds)}};
}

}  // namespace engine
