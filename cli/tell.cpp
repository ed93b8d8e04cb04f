#include "cli/tell.hpp"

#include "cli/exit.hpp"
#include "cli/text.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"

#include <cstdio>

namespace cli {
namespace {
using engine::mark;
using Kind = engine::Error::Kind;

int exit_of(Kind kind) {
  constexpr int exits[] = {exit_fault,   exit_usage,         exit_not_found, exit_refused,
                           exit_refused, exit_not_permitted, exit_busy};
  return exits[static_cast<std::size_t>(kind)];
}

int exit_of(engine::Refusal::Kind kind) {
  constexpr int exits[] = {exit_refused, exit_refused, exit_usage, exit_not_permitted, exit_refused, exit_not_found};
  return exits[static_cast<std::size_t>(kind)];
}

struct Told {
  std::string code, message, number, rule;
  std::vector<std::string> possible;
};

void say_json(Output& out, const Told& told) {
  nlohmann::json error = {
      {"code", told.code}, {"message", told.message}, {"case", told.number}, {"possible", told.possible}};
  if (told.number.empty()) error["case"] = nullptr;
  if (!told.rule.empty()) error["rule"] = told.rule;
  out.line(nlohmann::json{{"error", error}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string joined(const std::vector<std::string>& words) {
  std::string result;
  for (const auto& word : words) result += (result.empty() ? "" : " ") + word;
  return result;
}

void say_text(const Teller& teller, const Told& told) {
  const auto& language = teller.language;
  std::string text = "maotiao: ";
  if (!told.number.empty()) text += told.number + ": ";
  text += told.message + "\n";
  if (!told.rule.empty()) text += "  " + language.say(mark("rule: {0}"), told.rule) + "\n";
  if (!told.possible.empty()) text += "  " + language.say(mark("possible now: {0}"), joined(told.possible)) + "\n";
  teller.out.flush();
  std::fputs(text.c_str(), stderr);
}

void say(const Teller& teller, const Told& told) {
  if (teller.json) {
    say_json(teller.out, told);
  } else {
    say_text(teller, told);
  }
}

std::string in_words(const Language& language, const engine::Error& error) {
  if (const auto* own = dynamic_cast<const Fault*>(&error)) return own->in(language);
  return fault_words(language, error.what());
}

std::vector<std::string> as_commands(std::vector<std::string> events) {
  for (auto& event : events) {
    for (auto& letter : event) letter = letter == '_' ? '-' : letter;
  }
  return events;
}

}  // namespace

int tell(const Teller& teller, const engine::Error& error) {
  say(teller, {error.code(), in_words(teller.language, error), "", "", {}});
  return exit_of(error.kind());
}

int tell(const Teller& teller, const engine::Refusal& refusal) {
  say(teller, {refusal.code, refusal_words(teller.language, refusal), refusal.case_number, refusal.rule,
               as_commands(refusal.possible)});
  return exit_of(refusal.kind);
}

}  // namespace cli
