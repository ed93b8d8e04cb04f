#include "workflows/answers/case_name.hpp"

#include "engine/mark.hpp"
#include "workflows/words/fault.hpp"

#include <charconv>
#include <optional>

#include <fmt/args.h>
#include <fmt/format.h>

namespace workflows {
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

std::string number_of(const engine::Centre& centre, const Short& name) {
  return fmt::format(fmt::runtime(centre.register_format), fmt::arg("year", name.year),
                     fmt::arg("number", name.number));
}

std::optional<engine::CaseRecord> in_centre(engine::Reading& reading, const engine::Centre& centre, const Short& name) {
  return reading.find_case(number_of(centre, name));
}

int year_at(const engine::World& world, std::string_view centre, engine::Instant now) {
  return static_cast<int>(std::chrono::year_month_day(world.site_of(centre).zone().date(now)).year());
}

std::string last_digits(const std::string& number) {
  constexpr std::string_view digits = "0123456789";
  const auto last = number.find_last_of(digits);
  if (last == std::string::npos) return {};
  const auto before = number.find_last_not_of(digits, last);
  const auto from = before == std::string::npos ? 0 : before + 1;
  const auto run = number.substr(from, last + 1 - from);
  const auto first = run.find_first_not_of('0');
  return first == std::string::npos ? std::string() : run.substr(first);
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
  if (const auto name = short_name(word, year_at(world, centre, now))) {
    if (auto found = by_short_name(reading, world, *name, centre)) return *std::move(found);
  }
  throw Fault(engine::Error::Kind::NotFound, "no_such_case",
              mark("there is no case \"{0}\"; `maotiao list` shows the open ones"), word);
}

std::string word_for(const engine::CaseRecord& record, const engine::World& world, std::string_view centre,
                     engine::Instant now) {
  const auto* own = world.centre(centre);
  const auto digits = last_digits(record.number);
  const auto name = short_name(digits, year_at(world, centre, now));
  return own != nullptr && name && number_of(*own, *name) == record.number ? digits : record.number;
}

}  // namespace workflows
