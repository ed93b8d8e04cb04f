#include "cli/step_sample.hpp"

#include "cli/vocabulary.hpp"
#include "workflows/event.hpp"
#include "workflows/field.hpp"

#include <algorithm>
#include <iterator>

namespace cli {
namespace {
using workflows::Event;
using workflows::Field;
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
    {"agree", " content perform_by all_signed mediator_signed sealed "},
    {"fail", " aid_offered "},
    {"route", " receipt_person receipt_at "},
    {"report_task", " result "},
    {"perform", " proof "},
    {"pause", " list "},
    {"visit", " means contacted performed content smiled listened tried_best "},
};

bool is_usual(std::string_view event, std::string_view field) {
  const auto* found = std::ranges::find(usual, event, &Usual::event);
  return found != std::end(usual) && found->fields.find(" " + std::string(field) + " ") != std::string_view::npos;
}

std::string text_sample(const Language& language, const FieldSpec& field) {
  return "\"" + (language.chinese() ? std::string(field.zh) : "...") + "\"";
}

const std::string& instant_sample(const FieldSpec& field, const Sample& sample) {
  if (field.event == Event::Extend) return sample.extended;
  const bool happened = field.field == Field::PoliceAt || field.field == Field::ReceiptAt;
  return happened ? sample.past : sample.ahead;
}

/// A case goes to somebody who does not hold it yet, and a file is checked by somebody who did not bind it.
bool goes_to_another(const FieldSpec& field) { return field.field == Field::To || field.field == Field::CheckedBy; }

std::string value_sample(const Language& language, const FieldSpec& field, const Sample& sample) {
  if (field.field == Field::Contacted) return "both";
  if (field.event == Event::Correct && field.field == Field::What) return "subject";
  if (!field.choices.empty()) return std::string(field.choices.substr(0, field.choices.find('|')));
  switch (field.type) {
    case FieldType::Moment: return "\"" + instant_sample(field, sample) + "\"";
    case FieldType::Int: return "1";
    case FieldType::Person: return goes_to_another(field) ? sample.another : sample.person;
    case FieldType::Kind: return sample.kind;
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
