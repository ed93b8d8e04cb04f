#include "cli/case_name.hpp"

#include "cli/fault.hpp"
#include "engine/mark.hpp"

#include <charconv>
#include <optional>

#include <fmt/args.h>
#include <fmt/format.h>

namespace cli {
namespace {
using engine::mark;

struct Short {
  int year;
  std::int64_t number;
};

template <class Number>
bool whole(std::string_view text, Number& number) {
  const auto* end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, number);
  return !text.empty() && fault == std::errc() && stop == end && number > 0;
}

std::optional<Short> short_name(std::string_view word, int this_year) {
  Short name{this_year, 0};
  const auto dash = word.find('-');
  if (dash == std::string_view::npos) return whole(word, name.number) ? std::optional(name) : std::nullopt;
  const bool both = whole(word.substr(0, dash), name.year) && whole(word.substr(dash + 1), name.number);
  return both ? std::optional(name) : std::nullopt;
}

std::optional<engine::CaseRecord> in_centre(engine::Reading& reading, const engine::Centre& centre, const Short& name) {
  return reading.find_case(
      fmt::format(fmt::runtime(centre.register_format), fmt::arg("year", name.year), fmt::arg("number", name.number)));
}

std::optional<engine::CaseRecord> by_short_name(engine::Reading& reading, const engine::World& world, const Short& name,
                                                std::string_view centre) {
  if (const auto* own = world.centre(centre)) {
    if (auto found = in_centre(reading, *own, name)) return found;
  }
  for (const auto& each : world.centres()) {
    if (auto found = in_centre(reading, each, name)) return found;
  }
  return std::nullopt;
}

}  // namespace

engine::CaseRecord find_case(engine::Reading& reading, const engine::World& world, std::string_view word,
                             std::string_view centre, engine::Instant now) {
  if (auto found = reading.find_case(word)) return *std::move(found);
  const std::chrono::year_month_day today(world.site_of(centre).zone().date(now));
  if (const auto name = short_name(word, static_cast<int>(today.year()))) {
    if (auto found = by_short_name(reading, world, *name, centre)) return *std::move(found);
  }
  throw Fault(engine::Error::Kind::NotFound, "no_such_case",
              mark("there is no case \"{0}\"; `maotiao list` shows the open ones"), word);
}

}  // namespace cli
