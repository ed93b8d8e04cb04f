#include "engine/time/text.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/time/range.hpp"
#include "engine/time/scanner.hpp"

#include <fmt/format.h>

namespace engine {
namespace {

using std::chrono::year_month_day;

struct Written {
  LocalTime local{};
  std::optional<Seconds> offset;
};

std::optional<Date> scan_date(Scanner& scan) {
  const auto year = scan.digits(4);
  if (!year || !scan.take('-')) return {};
  const auto month = scan.digits(2);
  if (!month || !scan.take('-')) return {};
  const auto day = scan.digits(2);
  if (!day) return {};
  const year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                            std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return {};
  const Date found{date};
  if (found < first_date || found > last_date) return {};
  return found;
}

std::optional<Milliseconds> scan_time(Scanner& scan) {
  const auto hour = scan.digits(2);
  if (!hour || *hour > 23 || !scan.take(':')) return {};
  const auto minute = scan.digits(2);
  if (!minute || *minute > 59) return {};
  Milliseconds time = std::chrono::hours{*hour} + std::chrono::minutes{*minute};
  if (!scan.take(':')) return time;
  const auto second = scan.digits(2);
  if (!second || *second > 59) return {};
  time += Seconds{*second};
  if (!scan.take('.')) return time;
  const auto fraction = scan.milliseconds();
  if (!fraction) return {};
  return time + *fraction;
}

std::optional<Seconds> scan_offset(Scanner& scan) {
  if (scan.take('Z') || scan.take('z')) return Seconds{0};
  const bool west = scan.peek() == '-';
  if (!scan.take('+') && !scan.take('-')) return {};
  const auto hours = scan.digits(2);
  if (!hours || *hours > 23 || !scan.take(':')) return {};
  const auto minutes = scan.digits(2);
  if (!minutes || *minutes > 59) return {};
  const Seconds east = std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
  return west ? -east : east;
}

std::optional<Written> scan_instant(std::string_view text) {
  Scanner scan(text);
  const auto date = scan_date(scan);
  if (!date || !(scan.take('T') || scan.take('t') || scan.take(' '))) return {};
  const auto time = scan_time(scan);
  if (!time) return {};
  Written written{LocalTime{*date} + *time, {}};
  if (scan.done()) return written;
  written.offset = scan_offset(scan);
  if (!written.offset || !scan.done()) return {};
  return written;
}

std::string shown(std::string_view text) { return printable(text, 60); }

std::string civil(LocalTime local) {
  const Date day = std::chrono::floor<std::chrono::days>(local);
  const auto time = local - LocalTime{day};
  const auto seconds = std::chrono::floor<Seconds>(time);
  const auto rest = (time - seconds).count();
  const auto s = seconds.count();
  std::string text = fmt::format("{}T{:02}:{:02}:{:02}", format_date(day), s / 3600, s / 60 % 60, s % 60);
  if (rest != 0) text += fmt::format(".{:03}", rest);
  return text;
}

}  // namespace

std::optional<Instant> try_parse_instant(std::string_view text, const Zone& zone) {
  const auto written = scan_instant(text);
  if (!written) return {};
  if (written->offset) return Instant{written->local.time_since_epoch() - *written->offset};
  return zone.to_instant(written->local);
}

Instant parse_instant(std::string_view text, const Zone& zone) {
  if (const auto at = try_parse_instant(text, zone)) return *at;
  throw Error(
      Error::Kind::Usage, "bad_instant",
      fmt::format(mark("\"{0}\" is not a time; write 2026-05-20T09:00:00+08:00 or the local time 2026-05-20 09:00."),
                  shown(text)));
}

std::optional<Date> try_parse_date(std::string_view text) {
  Scanner scan(text);
  const auto date = scan_date(scan);
  return date && scan.done() ? date : std::nullopt;
}

Date parse_date(std::string_view text) {
  if (const auto date = try_parse_date(text)) return *date;
  throw Error(Error::Kind::Usage, "bad_date",
              fmt::format(mark("\"{0}\" is not a date; write it as 2026-05-20."), shown(text)));
}

void require_in_range(Date day) {
  if (day >= first_date && day <= last_date) return;
  throw Error(Error::Kind::Usage, "date_out_of_range", mark("The date lies outside the years 1900 to 2200."));
}

std::string format_instant(Instant at, const Zone& zone) {
  const Seconds offset = zone.offset(at);
  if (offset.count() % 60 != 0) return format_utc(at);  // local mean time: RFC 3339 has no offset with seconds
  const auto minutes = std::abs(offset.count()) / 60;
  return fmt::format("{}{}{:02}:{:02}", civil(zone.to_local(at)), offset.count() < 0 ? '-' : '+', minutes / 60,
                     minutes % 60);
}

std::string format_utc(Instant at) { return civil(LocalTime{at.time_since_epoch()}) + "Z"; }

std::string format_date(Date day) {
  const year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string format_time_of_day(Milliseconds since_midnight) {
  const auto ms = since_midnight.count();
  std::string text = fmt::format("{:02}:{:02}", ms / 3'600'000, ms / 60'000 % 60);
  if (ms % 60'000 != 0) text += fmt::format(":{:02}", ms / 1000 % 60);
  if (ms % 1000 != 0) text += fmt::format(".{:03}", ms % 1000);
  return text;
}

std::string line_shown(std::string_view text, std::size_t line) {
  for (; line > 1; --line) {
    const auto end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  text = text.substr(0, text.find('\n'));
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return printable(text.substr(first, text.find_last_not_of(" \t\r") + 1 - first), 120);
}

}  // namespace engine
