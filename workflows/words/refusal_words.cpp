#include "workflows/words/refusal_words.hpp"

#include "engine/mark.hpp"
#include "workflows/channel.hpp"
#include "workflows/event.hpp"
#include "workflows/field.hpp"
#include "workflows/kind.hpp"
#include "workflows/slot_reader.hpp"
#include "workflows/state.hpp"
#include "workflows/words/attempt_words.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>
#include <array>

namespace workflows {
namespace {
using engine::mark;
using Kind = engine::Refusal::Kind;

bool is_field(std::string_view name) {
  return std::ranges::any_of(events(), [&](const EventWords& line) { return find_spec(line.event, name) != nullptr; });
}

// Where a word of a list is wanted, the list is part of the answer.
std::string known_words(const Language& language, std::string_view wanted) {
  std::string words;
  if (wanted == "a way in from the list") {
    for (const auto& channel : channels()) words += " " + std::string(channel.code);
  } else if (wanted == "a type of dispute from the list") {
    for (const auto& kind : kinds()) words += " " + std::string(language.chinese() ? kind.zh : kind.code);
  }
  return words.empty() ? words : ":" + words;
}

/// What a person gives beside the fields of an event.
struct Own {
  std::string_view name;
  std::string_view option;
  const char* label;
};
constexpr std::array<Own, 3> own_names{{{"late_reason", "--why", mark("the reason for being late")},
                                        {"token_name", "--name", mark("what it is for")},
                                        {"token_until", "--until", mark("the last day")}}};

// The label that the field has in the step that was refused; one that it has elsewhere where the step is not known.
std::string label_word(const Language& language, std::string_view event, std::string_view name) {
  const auto step = event_named(event);
  if (step && find_spec(*step, name) != nullptr) return field_word(language, event, name);
  for (const auto& line : events())
    if (find_spec(line.event, name) != nullptr) return field_word(language, line.name, name);
  return std::string(name);
}

std::string in_words(const Language& language, const engine::Refusal& refusal, const std::string& name, Naming naming) {
  const auto* own = std::ranges::find(own_names, name, &Own::name);
  if (own != own_names.end())
    return naming == Naming::Options ? std::string(own->option) : language.translate(own->label);
  if (refusal.code == "late_reason_needed") return deadline_word(language, name);
  if (refusal.kind == Kind::Field && is_field(name))
    return naming == Naming::Options ? option_word(refusal.event, name) : label_word(language, refusal.event, name);
  if (event_named(name)) return language.chinese() ? event_word(language, name) : command_word(name);
  if (refusal.kind == Kind::NotPermitted && language.chinese()) {
    if (auto action = attempt_word(language, name); action != name) return action;
  }
  if (state_named(name)) return state_word(language, name);
  return language.translate(name) + known_words(language, name);
}

}  // namespace

std::string refusal_words(const Language& language, const engine::Refusal& refusal, Naming naming) {
  auto args = refusal.args;
  for (auto& arg : args) {
    if (!arg.empty()) arg = in_words(language, refusal, arg, naming);
  }
  return fill(language.translate(refusal.message), args);
}

}  // namespace workflows
