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

// Takes the case if it may be seen; the first that may not be is remembered.
bool take(NamedCase& named, std::optional<engine::CaseRecord> found, const engine::Sight& sight) {
  if (!found) return false;
  if (sight.sees(*found)) {
    named.seen = std::move(found);
    return true;
  }
  if (named.hidden.empty()) named.hidden = found->number;
  return false;
}

void take_short_name(NamedCase& named, engine::Reading& reading, const engine::World& world, const Short& name,
                     const engine::Sight& sight) {
  const auto* own = world.centre(sight.actor().centre);
  if (own != nullptr && take(named, in_centre(reading, *own, name), sight)) return;
  for (const auto& each : world.centres()) {
    if (take(named, in_centre(reading, each, name), sight)) return;
  }
}

/// In January people still say 12 of a case of December.
void look_back(NamedCase& named, engine::Reading& reading, const engine::World& world, const Short& last_year,
               const engine::Sight& sight) {
  NamedCase older;
  take_short_name(older, reading, world, last_year, sight);
  if (!older.seen || !older.seen->open) return;
  if (!named.seen) {
    named = std::move(older);
  } else if (named.seen->open) {
    named.older = older.seen->number;
    named.newer = named.seen->number;
    named.seen.reset();
  }
}

}  // namespace

NamedCase case_named(engine::Reading& reading, const engine::World& world, std::string_view word,
                     const engine::Sight& sight, engine::Instant now) {
  NamedCase named;
  if (take(named, reading.find_case(word), sight)) return named;
  const int this_year = year_at(world, sight.actor().centre, now);
  if (const auto name = short_name(word, this_year)) {
    take_short_name(named, reading, world, *name, sight);
    if (word.find('-') == std::string_view::npos)
      look_back(named, reading, world, {this_year - 1, name->number}, sight);
  }
  if (named.seen) named.hidden.clear();
  return named;
}

void no_such_case(std::string_view word, const NamedCase& named) {
  if (!named.older.empty())
    throw Fault(engine::Error::Kind::Usage, "ambiguous_case",
                mark("\"{0}\" may mean {1} or {2}, both are open: say the year too, as in 2020-12"), word, named.newer,
                named.older);
  throw Fault(engine::Error::Kind::NotFound, "no_such_case",
              mark("there is no case \"{0}\"; the list of cases shows those that are open"), word);
}

std::string word_for(engine::Reading& reading, const engine::World& world, const engine::CaseRecord& record,
                     const engine::Sight& sight, engine::Instant now) {
  auto digits = last_digits(record.number);
  if (digits.empty()) return record.number;
  const auto named = case_named(reading, world, digits, sight, now);
  return named.seen && named.seen->id == record.id ? digits : record.number;
}

}  // namespace workflows
