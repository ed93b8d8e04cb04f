#include "engine/time/hours.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/time/scanner.hpp"
#include "engine/time/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace engine {
namespace {

using namespace std::chrono_literals;

[[noreturn]] void refuse(const std::string& sentence) { throw Error(Error::Kind::Usage, "bad_hours", sentence); }

std::optional<Milliseconds> scan_time_of_day(std::string_view text) {
  Scanner scan(text);
  const auto hour = scan.digits(2);
  if (!hour || !scan.take(':')) return {};
  const auto minute = scan.digits(2);
  if (!minute || *minute > 59) return {};
  int second = 0;
  if (scan.take(':')) {
    const auto read = scan.digits(2);
    if (!read || *read > 59) return {};
    second = *read;
  }
  const Milliseconds time = std::chrono::hours{*hour} + std::chrono::minutes{*minute} + Seconds{second};
  return scan.done() && time <= 24h ? std::optional(time) : std::nullopt;
}

}  // namespace

Milliseconds parse_time_of_day(std::string_view text) {
  if (const auto time = scan_time_of_day(text)) return *time;
  refuse(fmt::format(mark("\"{0}\" is not a time of day; write 08:30, at most 24:00."), printable(text, 30)));
}

OpenSpan parse_span(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) {
    refuse(fmt::format(mark("\"{0}\" is not an opening span; write 08:30-12:00."), printable(text, 30)));
  }
  return {parse_time_of_day(text.substr(0, dash)), parse_time_of_day(text.substr(dash + 1))};
}

DayHours checked_hours(DayHours spans, const std::string& where) {
  if (spans.size() > 48) refuse(fmt::format(mark("{0} has more than 48 opening spans."), where));
  std::sort(spans.begin(), spans.end(), [](const OpenSpan& a, const OpenSpan& b) { return a.from < b.from; });
  DayHours checked;
  for (const OpenSpan& span : spans) {
    if (span.from >= span.to || span.from < 0ms || span.to > 24h) {
      refuse(fmt::format(mark("The opening span {1}-{2} of {0} ends before it begins; swap its times."), where,
                         format_time_of_day(span.from), format_time_of_day(span.to)));
    }
    if (!checked.empty() && span.from < checked.back().to) {
      refuse(fmt::format(mark("Two opening spans of {0} overlap at {1}; join them or move one."), where,
                         format_time_of_day(span.from)));
    }
    if (!checked.empty() && span.from == checked.back().to) {
      checked.back().to = span.to;
    } else {
      checked.push_back(span);
    }
  }
  return checked;
}

DayHours without(const DayHours& hours, const DayHours& breaks) {
  DayHours open = hours;
  for (const OpenSpan& gap : breaks) {
    DayHours kept;
    for (const OpenSpan& span : open) {
      if (span.from < gap.from) kept.push_back({span.from, std::min(span.to, gap.from)});
      if (span.to > gap.to) kept.push_back({std::max(span.from, gap.to), span.to});
    }
    open = std::move(kept);
  }
  return open;
}

WeekHours office_hours() {
  const DayHours day{{8h + 30min, 12h}, {13h + 30min, 17h + 30min}};
  return {DayHours{}, day, day, day, day, day, DayHours{}};
}

}  // namespace engine
