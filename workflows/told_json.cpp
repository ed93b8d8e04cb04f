#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "workflows/reread.hpp"
#include "workflows/slot_reader.hpp"
#include "workflows/told.hpp"
#include "workflows/utf8.hpp"

#include <algorithm>

namespace workflows {
namespace {

using engine::mark;
using Json = nlohmann::json;

constexpr std::int64_t largest_number = 1'000'000'000'000;

BadField bad(const FieldSpec& spec) { return {spec.name, "bad_field", mark("{0} must be {1}"), wanted(spec)}; }

std::optional<BadField> bad_text(const FieldSpec& spec, std::string_view text) {
  if (text.size() > spec.max_length * 4)
    return BadField{spec.name, "too_long", mark("{0} is too long: at most {1} characters"), "20000"};
  const auto characters = count_characters(text);
  if (!characters) return BadField{spec.name, "bad_text", mark("{0} is not valid UTF-8 text, or holds a NUL"), {}};
  if (*characters > spec.max_length)
    return BadField{spec.name, "too_long", mark("{0} is too long: at most {1} characters"),
                    spec.max_length == max_text ? "20000" : "500, or fewer where a name is asked"};
  return {};
}

std::optional<BadField> add_text(Told& told, const FieldSpec& spec, const Json& value) {
  if (!value.is_string()) return bad(spec);
  const std::string_view text = value.get_ref<const std::string&>();
  if (auto fault = bad_text(spec, text)) return fault;
  if (text.empty()) return bad(spec);
  const auto slot = slot_of_text(spec, text);
  if (!slot) return bad(spec);
  told.add(*slot);
  return {};
}

std::optional<BadField> add_list(Told& told, const FieldSpec& spec, const Json& value) {
  if (!value.is_array() || value.size() > 200) return bad(spec);
  std::vector<std::string_view> items;
  for (const Json& item : value) {
    if (!item.is_string() || item.get_ref<const std::string&>().empty()) return bad(spec);
    const std::string_view text = item.get_ref<const std::string&>();
    if (auto fault = bad_text(spec, text)) return fault;
    if (!spec.choices.empty() && choice_index(spec.choices, text) < 0) return bad(spec);
    items.push_back(text);
  }
  if (spec.need == Need::Required && items.empty()) return bad(spec);
  told.add_list(spec.field, items);
  return {};
}

std::optional<BadField> add_value(Told& told, const FieldSpec& spec, const Json& value) {
  switch (spec.type) {
    case FieldType::Any: return {};
    case FieldType::List: return add_list(told, spec, value);
    case FieldType::Bool:
      if (!value.is_boolean()) return bad(spec);
      told.add({spec.field, {}, value.get<bool>()});
      return {};
    case FieldType::Int:
      if (!value.is_number_integer() || value.get<std::int64_t>() < 0 || value.get<std::int64_t>() > largest_number)
        return bad(spec);
      told.add({spec.field, {}, value.get<std::int64_t>()});
      return {};
    default: return add_text(told, spec, value);
  }
}

/// A blank is no reason and no name. Asked of what is told now only: an old entry is replayed as it was taken.
bool says_nothing(const Json& value) {
  if (value.is_string()) return is_blank(value.get_ref<const std::string&>());
  return value.is_array() && std::ranges::any_of(value, says_nothing);
}

std::optional<BadField> missing_field(Event event, const Told& told) {
  for (const FieldSpec& spec : fields_of(event))
    if (spec.need == Need::Required && !told.has(spec.field))
      return BadField{spec.name, "missing_field", mark("{0} is missing: {1}"), spec.en};
  return {};
}

std::string_view shown_name(const std::string& name) {
  return count_characters(name) && name.size() <= 80 ? std::string_view{name} : "?";
}

/// Replaying: fields that were checked once; a name this program does not know has no meaning for it.
Told take_checked(Event event, const Json& fields) {
  Told told;
  told.event = event;
  for (const auto& [name, value] : fields.items())
    if (const FieldSpec* spec = find_spec(event, name)) (void)add_value(told, *spec, value);
  return told;
}

}  // namespace

std::variant<Told, BadField> read_fields(Event event, const Json& fields) {
  Told told;
  told.event = event;
  if (!fields.is_object()) return BadField{"fields", "bad_field", mark("{0} must be {1}"), mark("an object of fields")};
  for (auto at = fields.begin(); at != fields.end(); ++at) {
    const FieldSpec* spec = find_spec(event, at.key());
    if (!spec || spec->need == Need::Desk)
      return BadField{shown_name(at.key()), "unknown_field", mark("this step takes no field {0}"), {}};
    if (says_nothing(at.value()))
      return BadField{spec->name, "blank", mark("{0} is blank: say it, or leave it out"), {}};
    if (auto fault = add_value(told, *spec, at.value())) return *fault;
  }
  if (auto fault = missing_field(event, told)) return *fault;
  return told;
}

Told reread_slowly(Event event, std::string_view fields) {
  auto tree = std::make_shared<const Json>(Json::parse(fields));
  Told told = take_checked(event, *tree);
  told.keep = std::move(tree);
  return told;
}

}  // namespace workflows
