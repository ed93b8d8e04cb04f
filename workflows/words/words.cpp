#include "workflows/words/words.hpp"

#include "engine/mark.hpp"
#include "workflows/channel.hpp"
#include "workflows/event.hpp"
#include "workflows/field.hpp"
#include "workflows/kind.hpp"
#include "workflows/roles.hpp"
#include "workflows/slot_reader.hpp"
#include "workflows/state.hpp"
#include "workflows/words/word_table.hpp"

#include <algorithm>

namespace workflows {
namespace {
using engine::mark;

// clang-format off
// What administrators do to accounts and channels, as the audit trail names it.
constexpr WordLine acts[] = {
    {"password",       mark("set a first password")},
    {"lock",           mark("locked out")},
    {"unlock",         mark("took away delays")},
    {"end_sessions",   mark("ended all sessions")},
    {"add_token",      mark("made a token")},
    {"revoke_token",   mark("revoked a token")},
    {"add_channel",    mark("set up a channel")},
    {"remove_channel", mark("removed a channel")},
};

constexpr WordLine deadlines[] = {
    {"reception",    mark("reception")},
    {"plan",         mark("plan")},
    {"visit",        mark("visit")},
    {"progress",     mark("progress visit")},
    {"step",         mark("next step")},
    {"switch",       mark("new plan")},
    {"mediation",    mark("mediation period")},
    {"session",      mark("session")},
    {"suspension",   mark("suspension")},
    {"signing",      mark("signing")},
    {"performance",  mark("performance")},
    {"confirmation", mark("judicial confirmation")},
    {"closing",      mark("closing")},
    {"handoff",      mark("hand-off")},
    {"referee",      mark("referee's decision")},
    {"task",         mark("joint task")},
    {"question",     mark("question")},
    {"routes",       mark("telling the legal routes")},
    {"petition_notice",  mark("notice to the petitioner")},
    {"petition_opinion", mark("opinion to the petitioner")},
    {"outside",      mark("answer to the sender")},
};
constexpr WordLine statuses[] = {
    {"on_time", mark("on time")},
    {"late",    mark("late")},
    {"open",    mark("running")},
    {"overdue", mark("OVERDUE")},
    {"stopped", mark("stopped")},
};
constexpr WordLine levels[] = {
    {"amber",      mark("due soon")},
    {"last_day",   mark("last day")},
    {"red",        mark("due")},
    {"supervisor", mark("told to the supervisor")},
    {"director",   mark("told to the director")},
};
// clang-format on

std::string with(std::string text, char from, char to) {
  std::ranges::replace(text, from, to);
  return text;
}

}  // namespace

std::string state_word(const Language& language, std::string_view state) {
  const auto found = state_named(state);
  if (!found) return std::string(state);
  const auto& words = workflows::words(*found);
  return language.chinese() ? std::string(words.zh) : std::string(words.en);
}

std::optional<std::string> state_name(std::string_view word) {
  for (const auto& state : states()) {
    if (!state.name.empty() && (state.name == word || state.zh == word)) return std::string(state.name);
  }
  return std::nullopt;
}

std::string state_names() {
  std::string names;
  for (const auto& state : states()) {
    if (!state.name.empty()) names += (names.empty() ? "" : " ") + std::string(state.name);
  }
  return names;
}

std::string event_word(const Language& language, std::string_view event) {
  const auto found = event_named(event);
  if (!found || !language.chinese()) return with(std::string(event), '_', ' ');
  return std::string(words(*found).zh);
}

std::string deadline_word(const Language& language, std::string_view deadline) {
  return word_in(deadlines, language, deadline);
}

std::string level_word(const Language& language, std::string_view level) { return word_in(levels, language, level); }

std::string status_word(const Language& language, std::string_view status) {
  return word_in(statuses, language, status);
}

std::string kind_word(const Language& language, std::string_view kind) {
  const auto* found = find_kind(kind);
  if (found == nullptr) return std::string(kind);
  return language.chinese() ? std::string(found->zh) : std::string(found->en);
}

std::string channel_word(const Language& language, std::string_view channel) {
  const auto* found = find_channel(channel);
  if (found == nullptr) return std::string(channel);
  return language.chinese() ? std::string(found->zh) : language.translate(found->en);
}

std::string act_word(const Language& language, std::string_view act) { return word_in(acts, language, act); }

std::string role_word(const Language& language, std::string_view role) {
  const auto roles = workflows::roles();
  const auto found = std::ranges::find(roles, role, &RoleWords::name);
  if (found == roles.end()) return std::string(role);
  return language.chinese() ? std::string(found->zh) : std::string(found->en);
}

bool is_role(std::string_view role) {
  const auto roles = workflows::roles();
  return std::ranges::find(roles, role, &RoleWords::name) != roles.end();
}

bool is_kind(std::string_view word) { return find_kind(word) != nullptr; }

std::string kind_code(std::string_view word) {
  const auto* found = find_kind(word);
  return std::string(found == nullptr ? word : found->code);
}

std::string field_word(const Language& language, std::string_view event, std::string_view field) {
  const auto found = event_named(event);
  if (found && language.chinese()) {
    if (const auto* spec = find_spec(*found, field)) return std::string(spec->zh);
  }
  return with(std::string(field), '_', ' ');
}

std::string command_word(std::string_view event) { return with(std::string(event), '_', '-'); }

std::string option_word(std::string_view event, std::string_view field) {
  if (event == "schedule" && field == "at") return "--for";  // --at is when it was arranged
  return "--" + with(std::string(field), '_', '-');
}

}  // namespace workflows
