#include "cli/step_sample.hpp"

#include "cli/vocabulary.hpp"
#include "workflows/event.hpp"
#include "workflows/field.hpp"

#include <algorithm>
#include <iterator>

namespace cli {
namespace {
using workflows::FieldSpec;
using workflows::FieldType;

// Fields that the step takes without, but that its guards will ask for in the usual case.
struct Usual {
  std::string_view event;
  std::string_view fields;  // joined by spaces
};
constexpr Usual usual[] = {
    {"arrive", " respondents "},
    {"sort", " type "},
    {"enter", " before after "},
    {"plan", " rights_told "},
    {"consent", " all "},
    {"accept", " rights_told "},
    {"session", " rights_told text "},
    {"agree", " content all_signed mediator_signed sealed "},
    {"fail", " aid_offered "},
    {"route", " receipt_person receipt_at "},
    {"report_task", " result "},
    {"perform", " proof "},
    {"visit", " means contacted performed content smiled listened tried_best "},
};

bool is_usual(std::string_view event, std::string_view field) {
  const auto* found = std::ranges::find(usual, event, &Usual::event);
  return found != std::end(usual) && found->fields.find(" " + std::string(field) + " ") != std::string_view::npos;
}

std::string text_sample(const Language& language, const FieldSpec& field) {
  return "\"" + (language.chinese() ? std::string(field.zh) : "...") + "\"";
}

std::string value_sample(const Language& language, const FieldSpec& field, const Sample& sample) {
  if (!field.choices.empty()) return std::string(field.choices.substr(0, field.choices.find('|')));
  switch (field.type) {
    case FieldType::Moment: return "\"" + sample.instant + "\"";
    case FieldType::Int: return "1";
    case FieldType::Person: return sample.person;
    case FieldType::Channel: return "visit";
    default: return text_sample(language, field);
  }
}

}  // namespace

std::string step_sample(const Language& language, std::string_view event, const Sample& sample) {
  auto command = command_word(event) + (sample.word.empty() ? "" : " " + sample.word);
  const auto known = workflows::event_named(event);
  if (!known) return command;
  for (const auto& field : workflows::fields_of(*known)) {
    if (field.need != workflows::Need::Required && !is_usual(event, field.name)) continue;
    command += " " + option_word(event, field.name);
    if (field.type != FieldType::Bool) command += " " + value_sample(language, field, sample);
  }
  return command;
}

}  // namespace cli
