#include "cli/step_words.hpp"

#include "cli/stdin_text.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/names.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace cli {
namespace {
using engine::mark;
using workflows::FieldSpec;
using workflows::FieldType;

constexpr std::string_view late_reason = "late_reason";

bool has_field(const workflows::EventSpec& spec, std::string_view name) {
  return std::ranges::any_of(spec.fields, [&](const FieldSpec& field) { return field.name == name; });
}

std::string_view value_word(const FieldSpec& field) {
  if (!field.choices.empty()) return field.choices;
  switch (field.type) {
    case FieldType::Moment: return "T";
    case FieldType::Int: return "N";
    case FieldType::Person: return "PERSON";
    default: return "TEXT";
  }
}

Option option_of(const workflows::EventSpec& spec, const FieldSpec& field) {
  Option option{option_word(spec.name, field.name), value_word(field), field.en};
  if (field.need == workflows::Need::Required) option.need = Option::Need::Required;
  if (field.type == FieldType::List) option.need = Option::Need::Many;
  option.yes_no = field.type == FieldType::Bool;
  return option;
}

std::int64_t number_in(const std::string& text, const std::string& option) {
  std::int64_t number = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, number);
  if (fault != std::errc() || stop != end)
    throw wrong_words(mark("{0} takes a whole number, not \"{1}\""), option, text);
  return number;
}

/// Words of a choice and names of people may be told in one piece; what else is listed may hold a comma itself.
bool several_in_one(const FieldSpec& field) {
  using enum workflows::Field;
  constexpr std::array names{Parties, Respondents, Representatives, Signed};
  return !field.choices.empty() || std::ranges::find(names, field.field) != names.end();
}

nlohmann::json list_of(const FieldSpec& field, const std::vector<std::string>& given) {
  auto list = nlohmann::json::array();
  for (const auto& each : given) {
    if (!several_in_one(field))
      list.push_back(each);
    else
      for (auto& name : workflows::split_names(each)) list.push_back(std::move(name));
  }
  return list;
}

nlohmann::json value_of(const FieldSpec& field, const std::string& option, const std::vector<std::string>& given,
                        const engine::Zone& zone) {
  const auto& text = given.front();
  switch (field.type) {
    case FieldType::Bool: return text == "yes";
    case FieldType::Int: return number_in(text, option);
    case FieldType::List: return list_of(field, given);
    case FieldType::Moment: return engine::format_instant(engine::parse_instant(text, zone), zone);
    case FieldType::Text: return text == "-" ? stdin_text(option) : text;
    default: return text;
  }
}

}  // namespace

const workflows::EventSpec* step_named(std::string_view command) {
  const auto specs = workflows::event_specs();
  const auto found = std::ranges::find_if(
      specs, [&](const workflows::EventSpec& spec) { return !spec.system && command_word(spec.name) == command; });
  return found == specs.end() ? nullptr : &*found;
}

std::vector<Option> step_options(const workflows::EventSpec& spec) {
  std::vector<Option> options;
  if (spec.event != workflows::Event::Arrive) {
    options.push_back(
        {"case", "CASE",
         mark("register number, its last digits (12, or 2020-12 of another year), or the outside reference"),
         Option::Need::Required});
  }
  for (const FieldSpec& field : spec.fields) {
    if (field.need != workflows::Need::Desk) options.push_back(option_of(spec, field));
  }
  options.push_back({has_field(spec, "why") ? "--late-reason" : "--why", "TEXT",
                     mark("why a promised limit was missed (a late step needs it)")});
  options.push_back({"--at", "T", mark("when it happened (otherwise now)")});
  return options;
}

nlohmann::json step_fields(const workflows::EventSpec& spec, const Arguments& arguments, const engine::Zone& zone) {
  auto fields = nlohmann::json::object();
  for (const FieldSpec& field : spec.fields) {
    if (field.need == workflows::Need::Desk) continue;
    const auto option = option_word(spec.name, field.name);
    if (arguments.has(option)) fields[std::string(field.name)] = value_of(field, option, arguments.all(option), zone);
  }
  const auto reason = arguments.text(has_field(spec, "why") ? "--late-reason" : "--why");
  if (reason) fields[std::string(late_reason)] = *reason;
  return fields;
}

}  // namespace cli
