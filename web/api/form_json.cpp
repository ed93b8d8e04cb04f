#include "web/api/form_json.hpp"

#include "engine/json.hpp"
#include "workflows/channel.hpp"
#include "workflows/kind.hpp"
#include "workflows/words/choice_words.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>
#include <array>

namespace web {
namespace {

using nlohmann::json;
using workflows::FieldSpec;
using workflows::FieldType;

constexpr std::array<std::string_view, 10> types{"text", "moment", "bool", "int",     "choice",
                                                 "list", "person", "kind", "channel", "text"};

json choice(std::string_view value, std::string label) { return {{"value", value}, {"label", std::move(label)}}; }

json words_of(const Call& call, std::string_view choices) {
  auto list = json::array();
  for (std::size_t from = 0; from < choices.size();) {
    const auto end = std::min(choices.find('|', from), choices.size());
    const auto word = choices.substr(from, end - from);
    list.push_back(choice(word, workflows::choice_word(call.language, word)));
    from = end + 1;
  }
  return list;
}

json people(const Call& call, const View& view) {
  auto list = json::array();
  for (const auto& person : view.world.people()) {
    if (!engine::in_service(person, call.now())) continue;
    const auto unit = person.unit.empty() ? view.centre_name(person.centre) : person.unit;
    list.push_back(choice(person.id, person.name + " (" + unit + ")"));
  }
  return list;
}

json kinds(const Call& call) {
  auto list = json::array();
  for (const auto& kind : workflows::kinds())
    list.push_back(choice(kind.code, workflows::kind_word(call.language, kind.code)));
  return list;
}

json channels(const Call& call) {
  auto list = json::array();
  for (const auto& channel : workflows::channels())
    list.push_back(choice(channel.code, workflows::channel_word(call.language, channel.code)));
  return list;
}

json choices_of(const Call& call, const View& view, const FieldSpec& field) {
  switch (field.type) {
    case FieldType::Person: return people(call, view);
    case FieldType::Kind: return kinds(call);
    case FieldType::Channel: return channels(call);
    default: return field.choices.empty() ? json(nullptr) : words_of(call, field.choices);
  }
}

json field_json(const Call& call, const View& view, const workflows::EventSpec& spec, const FieldSpec& field) {
  return {{"name", field.name},
          {"label", workflows::field_word(call.language, spec.name, field.name)},
          {"type", types[static_cast<std::size_t>(field.type)]},
          {"required", field.need == workflows::Need::Required},
          {"choices", choices_of(call, view, field)},
          {"max_length", field.max_length}};
}

}  // namespace

json form_json(const Call& call, const View& view, const workflows::EventSpec& spec) {
  auto form = json::array();
  for (const auto& field : spec.fields)
    if (field.need != workflows::Need::Desk && field.name != "late_reason")
      form.push_back(field_json(call, view, spec, field));
  return form;
}

const workflows::EventSpec* spec_named(std::string_view event) {
  const auto specs = workflows::event_specs();
  const auto found =
      std::ranges::find_if(specs, [&](const workflows::EventSpec& spec) { return !spec.system && spec.name == event; });
  return found == specs.end() ? nullptr : &*found;
}

}  // namespace web
