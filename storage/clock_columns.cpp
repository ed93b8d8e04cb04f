#include "storage/clock_columns.hpp"

#include "engine/error.hpp"

#include <algorithm>
#include <charconv>

namespace storage {
namespace {

using engine::Instant;

[[noreturn]] void unreadable(std::string_view text) {
  throw engine::Error(engine::Error::Kind::Fault, "corrupt",
                      "A stored clock cannot be read (\"" + std::string{text} + "\"); run verify.");
}

Instant instant_from(std::string_view digits) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (error != std::errc{} || end != digits.data() + digits.size()) unreadable(digits);
  return Instant{engine::Milliseconds{count}};
}

std::string digits_of(Instant at) { return std::to_string(at.time_since_epoch().count()); }

template <class Take>
void each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) unreadable(text);
    take(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
}

void put_line(std::string& out, std::string_view line) {
  if (line.find('\n') != std::string_view::npos) unreadable(line);
  out.append(line).push_back('\n');
}

}  // namespace

std::string to_column(const std::vector<engine::AlertPoint>& points) {
  std::string out;
  for (const auto& point : points) put_line(out, digits_of(point.at) + ' ' + point.level);
  return out;
}

std::string to_column(const std::vector<engine::Standstill>& pauses) {
  std::string out;
  for (const auto& pause : pauses) put_line(out, digits_of(pause.from) + ' ' + (pause.to ? digits_of(*pause.to) : "-"));
  return out;
}

std::string to_column(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) put_line(out, word);
  return out;
}

void from_column(std::string_view text, std::vector<engine::AlertPoint>& out) {
  std::size_t used = 0;
  each_line(text, [&](std::string_view line) {
    const auto space = line.find(' ');
    if (space == std::string_view::npos) unreadable(line);
    if (used == out.size()) out.emplace_back();
    out[used].at = instant_from(line.substr(0, space));
    out[used++].level.assign(line.substr(space + 1));
  });
  out.resize(used);
}

void from_column(std::string_view text, std::vector<engine::Standstill>& out) {
  out.clear();
  each_line(text, [&](std::string_view line) {
    const auto space = line.find(' ');
    if (space == std::string_view::npos) unreadable(line);
    const auto to = line.substr(space + 1);
    out.push_back({instant_from(line.substr(0, space)), to == "-" ? std::nullopt : std::optional{instant_from(to)}});
  });
}

void from_column(std::string_view text, std::vector<std::string>& out) {
  out.clear();
  each_line(text, [&](std::string_view line) { out.emplace_back(line); });
}

bool is_counting(const engine::Deadline& deadline) { return deadline.running() && !deadline.paused(); }

std::optional<Instant> first_point(const engine::Deadline& deadline) {
  std::optional<Instant> first;
  for (const auto& point : deadline.points)
    if (!first || point.at < *first) first = point.at;
  return first;
}

Instant warn_at(const engine::Deadline& deadline) {
  return std::min(first_point(deadline).value_or(deadline.due), deadline.due);
}

std::string_view counted_as(const engine::Deadline& deadline) {
  switch (engine::status(deadline, Instant{})) {
    case engine::DeadlineStatus::OnTime: return "on_time";
    case engine::DeadlineStatus::Late: return "late";
    case engine::DeadlineStatus::Stopped: return "stopped";
    default: return "running";
  }
}

}  // namespace storage
