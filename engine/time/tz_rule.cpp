#include "engine/time/tzif.hpp"

#include <algorithm>
#include <chrono>

namespace engine {
namespace {

using std::chrono::sys_days;

/// A day of each year with the local time on it at which the clock is changed.
struct ChangeDay {
  enum class Kind { Month, Julian, Counted } kind = Kind::Month;
  int month = 0, week = 0, day = 0;
  std::int64_t time = 7200;

  /// Seconds since 1970 of that local time in `year`, as if local time were UTC.
  [[nodiscard]] std::int64_t in(int year) const {
    const std::chrono::year y{year};
    sys_days date{y / 1 / 1};
    if (kind == Kind::Month) {
      const std::chrono::month m{static_cast<unsigned>(month)};
      const std::chrono::weekday w{static_cast<unsigned>(day)};
      date = week == 5 ? sys_days{y / m / w[std::chrono::last]} : sys_days{y / m / w[static_cast<unsigned>(week)]};
    } else {
      // A Julian day never counts 29 February, a counted one does and begins at 0.
      const bool past_leap_day = kind == Kind::Julian && y.is_leap() && day >= 60;
      date += std::chrono::days{kind == Kind::Julian ? day - 1 + (past_leap_day ? 1 : 0) : day};
    }
    return std::chrono::seconds{date.time_since_epoch()}.count() + time;
  }
};

/// Reads a POSIX TZ string from left to right; `good` turns false at the first thing that does not fit.
class RuleReader {
 public:
  explicit RuleReader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

  bool take(char wanted) {
    if (peek() != wanted || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void name() {
    const bool quoted = take('<');
    std::size_t length = 0;
    while (length < rest_.size() && (quoted ? rest_[length] != '>' : is_letter(rest_[length]))) ++length;
    good_ = good_ && length > 0;
    rest_.remove_prefix(length);
    if (quoted && !take('>')) good_ = false;
  }

  int number(int least, int most) {
    int value = 0;
    int digits = 0;
    while (peek() >= '0' && peek() <= '9' && digits < 4) {
      value = value * 10 + (peek() - '0');
      rest_.remove_prefix(1);
      ++digits;
    }
    good_ = good_ && digits > 0 && value >= least && value <= most;
    return value;
  }

  /// "[+-]h[h][:mm[:ss]]"
  std::int64_t time() {
    const bool negative = take('-');
    if (!negative) take('+');
    std::int64_t seconds = std::int64_t{number(0, 167)} * 3600;
    if (take(':')) seconds += std::int64_t{number(0, 59)} * 60;
    if (take(':')) seconds += number(0, 59);
    return negative ? -seconds : seconds;
  }

  ChangeDay change_day() {
    ChangeDay change;
    if (take('M')) {
      change.month = number(1, 12);
      good_ = good_ && take('.');
      change.week = number(1, 5);
      good_ = good_ && take('.');
      change.day = number(0, 6);
    } else if (take('J')) {
      change.kind = ChangeDay::Kind::Julian;
      change.day = number(1, 365);
    } else {
      change.kind = ChangeDay::Kind::Counted;
      change.day = number(0, 365);
    }
    if (take('/')) change.time = time();
    return change;
  }

  void require(bool fits) { good_ = good_ && fits; }

 private:
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace

std::optional<std::vector<ZoneShift>> shifts_by_rule(std::string_view rule, int first_year, int last_year) {
  RuleReader reader(rule);
  reader.name();
  const std::int64_t standard = -reader.time();
  if (reader.good() && reader.done()) return std::vector<ZoneShift>{};
  reader.name();
  const std::int64_t summer = reader.peek() == ',' ? standard + 3600 : -reader.time();
  reader.require(reader.take(','));
  const ChangeDay begins = reader.change_day();
  reader.require(reader.take(','));
  const ChangeDay ends = reader.change_day();
  reader.require(reader.done());
  if (!reader.good()) return {};
  std::vector<ZoneShift> shifts;
  for (int year = first_year; year <= last_year; ++year) {
    shifts.push_back({begins.in(year)-standard, summer});
    shifts.push_back({ends.in(year)-summer, standard});
  }
  std::sort(shifts.begin(), shifts.end(), [](const ZoneShift& a, const ZoneShift& b) { return a.at < b.at; });
  return shifts;
}

}  // namespace engine
