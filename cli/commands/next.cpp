#include "cli/commands.hpp"
#include "cli/next_steps.hpp"
#include "cli/session.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {
      {"case", "CASE",
       mark("register number, its last digits (12, or 2020-12 of another year), or the outside reference"),
       Option::Need::Required},
      {"--all", "", mark("every step, also those that are not ready or not mine")},
  };
}

nlohmann::json step_json(const NextStep& step) {
  return {{"event", step.event},
          {"command", step.command},
          {"needs", step.needs},
          {"roles", step.roles},
          {"permitted", step.permitted},
          {"missing", step.missing.empty() ? nlohmann::json() : nlohmann::json(step.missing)}};
}

nlohmann::json as_json(const engine::CaseRecord& record, const std::vector<NextStep>& steps, const engine::Zone& zone) {
  auto result = case_json(record, zone);
  result["possible"] = nlohmann::json::array();
  for (const auto& step : steps) result["possible"].push_back(step_json(step));
  return result;
}

std::string deadline_line(const Language& language, const engine::Deadline& next, const engine::Zone& zone,
                          engine::Instant now) {
  return language.say(mark("Next limit: {0} until {1} ({2})"), deadline_word(language, next.name),
                      at_words(next.due, zone), distance_words(language, next.due, now));
}

void print_step(Session& session, const NextStep& step) {
  const auto& language = session.language();
  session.out().line("\n" + event_word(language, step.event) + "  (" + step.who + ")");
  session.out().line("  " + step.what);
  if (!step.missing.empty()) session.out().line("  " + session.say(mark("not yet: {0}"), step.missing));
  session.out().line("  $ " + step.command);
}

int run(Session& session, const Arguments& arguments) {
  const auto word = arguments.text_or("case", "");
  const auto record = session.find(word, "next");
  const auto zone = session.zone_of(record.centre);
  const auto steps = next_steps(session, record, word);
  if (session.json()) {
    session.print(as_json(record, steps, zone));
    return exit_done;
  }
  session.out().line(record.number + "  " + state_word(session.language(), record.state));
  if (const auto* next = next_deadline(record)) {
    session.out().line(deadline_line(session.language(), *next, zone, session.desk().now()));
  }
  std::string others;
  for (const auto& step : steps) {
    const bool shown = arguments.has("--all") || (step.missing.empty() && step.permitted && !step.aside);
    if (shown) print_step(session, step);
    const bool ready = step.missing.empty() && step.permitted;
    if (!shown && ready) others += " " + command_word(step.event);
  }
  if (!others.empty()) session.out().line("\n" + session.say(mark("Also possible:{0}"), others));
  if (!arguments.has("--all")) {
    session.out().line(
        session.say(mark("All steps, and what those that are not ready wait for: `maotiao next {0} --all`"), word));
  }
  return exit_done;
}

}  // namespace

const Command next_command{options, "next 1", run};

}  // namespace cli
