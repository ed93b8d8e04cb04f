#include "cli/next_steps.hpp"

#include "cli/step_sample.hpp"
#include "cli/vocabulary.hpp"
#include "workflows/answers/aside.hpp"
#include "workflows/event.hpp"

#include <algorithm>

namespace cli {
namespace {
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

}  // namespace

std::vector<NextStep> next_steps(Session& session, const engine::CaseRecord& record, std::string_view word) {
  const auto& language = session.language();
  const auto tomorrow = at_words(session.desk().now() + std::chrono::days{1}, session.zone_of(record.centre));
  const Sample sample{std::string(word), tomorrow.substr(0, 10) + " 09:00",
                      record.holder.empty() ? session.actor().person : record.holder};
  std::vector<NextStep> steps;
  const auto possible = session.desk().possible(record.id).value_or(std::vector<engine::Possible>());
  for (const auto& each : possible) {
    steps.push_back({each.event, what_of(language, each.event), "maotiao " + step_sample(language, each.event, sample),
                     joined(language, each.roles), language.translate(each.missing), each.needs, each.roles,
                     permitted(session.actor(), each.roles), workflows::is_aside(each.event)});
  }
  return steps;
}

}  // namespace cli
