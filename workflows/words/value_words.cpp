#include "workflows/words/value_words.hpp"

#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/event.hpp"
#include "workflows/field.hpp"
#include "workflows/slot_reader.hpp"
#include "workflows/words/characters.hpp"
#include "workflows/words/choice_words.hpp"
#include "workflows/words/moments.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>

namespace workflows {
namespace {
using engine::mark;

const FieldSpec* spec_of(std::string_view event, std::string_view field) {
  const auto known = event_named(event);
  return known ? find_spec(*known, field) : nullptr;
}

std::string text_words(const Language& language, const FieldSpec& spec, const std::string& text,
                       const engine::World& world, const engine::Zone& zone) {
  if (!spec.choices.empty()) return choice_word(language, text);
  if (spec.type == FieldType::Kind) return kind_word(language, text);
  if (spec.type == FieldType::Channel) return channel_word(language, text);
  if (spec.type == FieldType::Moment) {
    const auto at = engine::try_parse_instant(text, zone);
    return at ? at_words(*at, zone) : text;
  }
  const auto* person = spec.type == FieldType::Person ? world.person(text) : nullptr;
  return person == nullptr ? text : person->name;
}

}  // namespace

std::string value_words(const Language& language, std::string_view event, std::string_view field,
                        const nlohmann::json& value, const engine::World& world, const engine::Zone& zone) {
  const auto* spec = spec_of(event, field);
  if (value.is_boolean()) return language.translate(value.get<bool>() ? mark("yes") : mark("no"));
  if (value.is_string() && spec != nullptr) {
    return one_line(text_words(language, *spec, value.get<std::string>(), world, zone));
  }
  if (value.is_string()) return one_line(value.get<std::string>());
  if (!value.is_array()) return value.dump();
  std::string joined;
  for (const auto& each : value) {
    if (!joined.empty()) joined += language.chinese() ? "、" : ", ";
    joined += value_words(language, event, field, each, world, zone);
  }
  return joined;
}

}  // namespace workflows
