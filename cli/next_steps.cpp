#include "cli/next_steps.hpp"

#include "cli/step_sample.hpp"
#include "cli/vocabulary.hpp"
#include "workflows/answers/aside.hpp"
#include "workflows/event.hpp"
#include "workflows/limit.hpp"
#include "workflows/witness.hpp"

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

/// Somebody in service who could take the case over.
std::string another_than(Session& session, const std::string& holder) {
  std::string found;
  session.read([&](engine::Reading&, const engine::World& world) {
    for (const auto& person : world.people()) {
      if (!found.empty() || person.id == holder || !workflows::may_hold(person)) continue;
      if (session.desk().actor(person.id)) found = person.id;
    }
  });
  return found.empty() ? holder : found;
}

engine::Instant end_of_mediation(const engine::CaseRecord& record, engine::Instant now) {
  for (const auto& deadline : record.deadlines)
    if (deadline.running() && deadline.name == workflows::name(workflows::Limit::Mediation))
      return std::max(now, deadline.due);
  return now;
}

Sample sample_of(Session& session, const engine::CaseRecord& record, std::string_view word) {
  using std::chrono::days;
  const auto now = session.desk().now();
  const auto zone = session.zone_of(record.centre);
  const auto holder = record.holder.empty() ? session.actor().person : record.holder;
  return {.word = std::string(word),
          .ahead = at_words(now + days{1}, zone).substr(0, 10) + " 09:00",
          .past = at_words(now, zone),
          .extended = at_words(end_of_mediation(record, now) + days{30}, zone),
          .person = holder,
          .another = another_than(session, holder),
          .kind = record.kind.empty() ? "neighbour" : record.kind};
}

}  // namespace

std::vector<NextStep> next_steps(Session& session, const engine::CaseRecord& record, std::string_view word) {
  const auto& language = session.language();
  const Sample sample = sample_of(session, record, word);
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
