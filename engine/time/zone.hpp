#pragma once

#include "engine/instant.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A civil time at some site, to the millisecond; it becomes an instant only through a `Zone`.
using LocalTime = std::chrono::local_time<Milliseconds>;

/// An IANA time zone as a value: cheap to copy, safe in any thread, never the process's TZ. Read from the system's
/// tzdata, whose rules hold for ever after the last year it lists.
class Zone {
 public:
  /// The zone of that IANA name, e.g. "Asia/Shanghai"; an unknown name is an `Error` (Usage, "unknown_zone").
  static Zone named(std::string_view name);
  static Zone utc() { return named("UTC"); }

  [[nodiscard]] const std::string& name() const { return data_->name; }

  /// Seconds east of UTC in force at `at`.
  [[nodiscard]] Seconds offset(Instant at) const;
  [[nodiscard]] LocalTime to_local(Instant at) const { return LocalTime{at.time_since_epoch() + offset(at)}; }
  [[nodiscard]] Date date(Instant at) const { return std::chrono::floor<std::chrono::days>(to_local(at)); }

  /// A local time in a DST gap is moved on by the length of the gap (one hour later); an ambiguous one is its first
  /// occurrence.
  [[nodiscard]] Instant to_instant(LocalTime local) const;
  [[nodiscard]] Instant midnight(Date day) const { return to_instant(LocalTime{day}); }

  friend bool operator==(const Zone& a, const Zone& b) { return a.data_ == b.data_; }

 private:
  struct Shift {
    std::int64_t from;    ///< seconds since 1970 from which `offset` holds: of UTC, or of local time
    std::int64_t offset;  ///< seconds east of UTC
  };
  struct Data {
    std::string name;
    std::vector<Shift> by_utc;
    std::vector<Shift> by_local;
  };
  explicit Zone(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  static std::shared_ptr<const Data> load(const std::string& name);
  static std::int64_t find(const std::vector<Shift>& shifts, std::int64_t seconds);

  std::shared_ptr<const Data> data_;
};

}  // namespace engine
