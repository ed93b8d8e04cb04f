#include "workflows/slot_reader.hpp"

#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/channel.hpp"
#include "workflows/field_table.hpp"
#include "workflows/kind.hpp"

namespace workflows {
namespace {

using engine::mark;

bool names_its_offset(std::string_view text) {
  if (text.size() < 20) return false;
  const char sign = text[text.size() - 6];
  return text.back() == 'Z' || sign == '+' || sign == '-';
}

std::optional<Slot> instant_slot(Field field, std::string_view text) {
  static const engine::Zone utc = engine::Zone::utc();
  if (!names_its_offset(text)) return {};
  const auto at = engine::try_parse_instant(text, utc);
  if (!at) return {};
  return Slot{field, text, at->time_since_epoch().count()};
}

std::optional<Slot> choice_slot(const FieldSpec& spec, std::string_view text) {
  const int index = choice_index(spec.choices, text);
  if (index < 0) return {};
  return Slot{spec.field, text, index};
}

}  // namespace

const FieldSpec* find_spec(Event event, std::string_view name) {
  for (const FieldSpec& spec : fields_of(event))
    if (spec.name == name) return &spec;
  const FieldSpec& common = late_reason_field();
  return name == common.name ? &common : nullptr;
}

std::optional<Slot> slot_of_text(const FieldSpec& spec, std::string_view text) {
  const Slot plain{spec.field, text};
  switch (spec.type) {
    case FieldType::Moment: return instant_slot(spec.field, text);
    case FieldType::Choice: return choice_slot(spec, text);
    case FieldType::Kind: return find_kind(text) ? std::optional(plain) : std::nullopt;
    case FieldType::Channel: return find_channel(text) ? std::optional(plain) : std::nullopt;
    case FieldType::Text:
    case FieldType::Person: return plain;
    default: return {};
  }
}

std::string_view wanted(const FieldSpec& spec) {
  switch (spec.type) {
    case FieldType::Moment: return mark("an instant with its offset, e.g. 2026-05-20T09:00:00+08:00");
    case FieldType::Bool: return mark("true or false");
    case FieldType::Int: return mark("a whole number that is not negative");
    case FieldType::List: return spec.choices.empty() ? mark("a list of texts") : spec.choices;
    case FieldType::Choice: return spec.choices;
    case FieldType::Kind: return mark("a type of dispute from the list");
    case FieldType::Channel: return mark("a way in from the list");
    default: return mark("text of at most 20000 characters, without NUL");
  }
}

}  // namespace workflows
