#include "engine/time/zone.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/time/range.hpp"
#include "engine/time/scanner.hpp"
#include "engine/time/tzif.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>

#include <fmt/format.h>

namespace engine {
namespace {

constexpr const char* zone_folder = "/usr/share/zoneinfo/";
constexpr int first_year = 1900;
constexpr int last_year = 2201;

/// A name that can only be a file below the folder, and no other list of zones in it.
bool is_zone_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '+' ||
           c == '-' || c == '/';
  };
  if (name.empty() || name.size() > 64 || name.front() == '/' || !std::all_of(name.begin(), name.end(), fits))
    return false;
  return !name.starts_with("posix") && !name.starts_with("right/") && name != "localtime" && name != "Factory";
}

std::optional<TzFile> read_zone(const std::string& name) {
  if (name == "UTC") return TzFile{};
  if (!is_zone_name(name)) return {};
  std::ifstream file(zone_folder + name, std::ios::binary);
  std::string bytes(std::size_t{1} << 16U, '\0');  // the largest zone has 4 KiB
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  return read_tzif(bytes);
}

int year_of(std::int64_t seconds) {
  const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{Seconds{seconds}});
  return static_cast<int>(std::chrono::year_month_day{day}.year());
}

/// The file's shifts, then those its rule makes for ever after.
std::vector<ZoneShift> all_shifts(const TzFile& file) {
  std::vector<ZoneShift> shifts = file.shifts;
  const int from = shifts.empty() ? first_year : std::clamp(year_of(shifts.back().at), first_year, last_year);
  for (const ZoneShift& shift : shifts_by_rule(file.rule, from, last_year).value_or(std::vector<ZoneShift>{})) {
    if (shifts.empty() || shift.at > shifts.back().at) shifts.push_back(shift);
  }
  return shifts;
}

}  // namespace

std::shared_ptr<const Zone::Data> Zone::load(const std::string& name) {
  const auto file = read_zone(name);
  if (!file) {
    throw Error(Error::Kind::Usage, "unknown_zone",
                fmt::format(mark("The time zone \"{0}\" is not known; write an IANA name such as Asia/Shanghai."),
                            printable(name, 60)));
  }
  auto data = std::make_shared<Data>();
  data->name = name;
  data->by_utc.push_back({INT64_MIN, file->first_offset});
  data->by_local.push_back(data->by_utc.back());
  for (const auto& [at, offset] : all_shifts(*file)) {
    const std::int64_t before = data->by_utc.back().offset;
    if (offset == before) continue;
    data->by_utc.push_back({at, offset});
    // Up to here the old offset is still read: over a gap it moves the time on, over a fold it gives the first one.
    data->by_local.push_back({at + std::max(before, offset), offset});
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
