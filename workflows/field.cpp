#include "workflows/field.hpp"

#include "workflows/field_table.hpp"

#include <array>

namespace workflows {
namespace {

struct Range {
  std::size_t first = 0, count = 0;
};

std::array<Range, event_count> find_ranges() {
  std::array<Range, event_count> ranges{};
  const auto all = all_fields();
  for (std::size_t i = 0; i < all.size(); ++i) {
    Range& range = ranges[static_cast<std::size_t>(all[i].event)];
    if (range.count++ == 0) range.first = i;
  }
  return ranges;
}

std::array<EventSpec, event_count> find_specs() {
  std::array<EventSpec, event_count> specs{};
  for (const EventWords& words : events())
    specs[static_cast<std::size_t>(words.event)] = {words.event, words.name,   words.en,
                                                    words.zh,    words.system, fields_of(words.event)};
  return specs;
}

}  // namespace

std::span<const FieldSpec> fields_of(Event event) {
  static const auto ranges = find_ranges();
  const Range range = ranges[static_cast<std::size_t>(event)];
  return all_fields().subspan(range.first, range.count);
}

std::span<const EventSpec> event_specs() {
  static const auto specs = find_specs();
  return specs;
}

int choice_index(std::string_view choices, std::string_view word) {
  for (int index = 0;; ++index) {
    const auto bar = choices.find('|');
    if (choices.substr(0, bar) == word) return index;
    if (bar == std::string_view::npos) return -1;
    choices.remove_prefix(bar + 1);
  }
}

}  // namespace workflows
