#include "cli/next_steps.hpp"

#include "cli/moments.hpp"
#include "cli/words.hpp"
#include "workflows/event.hpp"
#include "workflows/field.hpp"

#include <algorithm>
#include <iterator>

namespace cli {
namespace {
using workflows::FieldSpec;
using workflows::FieldType;

struct Sample {
  const engine::CaseRecord& record;
  std::string instant;  // tomorrow at nine, in quotes
  std::string me;
};

std::string text_sample(const Language& language, const FieldSpec& field) {
  return "\"" + (language.chinese() ? std::string(field.zh) : "...") + "\"";
}

std::string sample_of(const Language& language, const FieldSpec& field, const Sample& sample) {
  if (!field.choices.empty()) return std::string(field.choices.substr(0, field.choices.find('|')));
  switch (field.type) {
    case FieldType::Moment: return sample.instant;
    case FieldType::Int: return "1";
    case FieldType::Person: return sample.record.holder.empty() ? sample.me : sample.record.holder;
    default: return text_sample(language, field);
  }
}

// Fields that the step takes without, but that its guards will ask for in the usual case.
struct Usual {
  std::string_view event;
  std::string_view fields;  // joined by spaces
};
constexpr Usual usual[] = {
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

std::string command_of(const Language& language, const engine::Possible& possible, std::string_view word,
                       const Sample& sample) {
  auto command = "maotiao " + command_word(possible.event) + " " + std::string(word);
  const auto event = workflows::event_named(possible.event);
  if (!event) return command;
  for (const auto& field : workflows::fields_of(*event)) {
    const bool needed = std::ranges::find(possible.needs, field.name) != possible.needs.end();
    if (!needed && !is_usual(possible.event, field.name)) continue;
    command += " " + option_word(possible.event, field.name);
    if (field.type != FieldType::Bool) command += " " + sample_of(language, field, sample);
  }
  return command;
}

std::string joined(const Language& language, const std::vector<std::string>& roles) {
  std::string result;
  for (const auto& role : roles) {
    if (!result.empty()) result += language.chinese() ? "、" : ", ";
    result += role_word(language, role);
  }
  return result;
}

bool permitted(const engine::Actor& actor, const std::vector<std::string>& roles) {
  return std::ranges::any_of(
      roles, [&](const std::string& role) { return std::ranges::find(actor.roles, role) != actor.roles.end(); });
}

std::string what_of(const Language& language, std::string_view event) {
  const auto found = workflows::event_named(event);
  return found ? language.translate(workflows::words(*found).en) : std::string();
}

// What nearly every case can do at nearly every time; the table of events has the steps beside the path after Consent.
constexpr std::string_view anytime[] = {"refuse", "law",    "withdraw",  "merge", "reopen",
                                        "offer",  "object", "designate", "leave", "no_show"};

bool beside(std::string_view event) {
  const auto found = workflows::event_named(event);
  return (found && *found > workflows::Event::Consent) || std::ranges::find(anytime, event) != std::end(anytime);
}

}  // namespace

std::vector<NextStep> next_steps(Session& session, const engine::CaseRecord& record, std::string_view word) {
  const auto& language = session.language();
  const auto tomorrow = at_words(session.desk().now() + std::chrono::days{1}, session.zone_of(record.centre));
  const Sample sample{record, "\"" + tomorrow.substr(0, 10) + " 09:00\"", session.actor().person};
  std::vector<NextStep> steps;
  const auto possible = session.desk().possible(record.id).value_or(std::vector<engine::Possible>());
  for (const auto& each : possible) {
    steps.push_back({each.event, what_of(language, each.event), command_of(language, each, word, sample),
                     joined(language, each.roles), language.translate(each.missing), each.needs, each.roles,
                     permitted(session.actor(), each.roles), beside(each.event)});
  }
  return steps;
}

}  // namespace cli
