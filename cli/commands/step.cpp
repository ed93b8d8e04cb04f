#include "cli/step.hpp"

#include "cli/commands.hpp"
#include "cli/step_answer.hpp"
#include "cli/step_words.hpp"
#include "engine/json.hpp"
#include "engine/time/text.hpp"

#include <variant>

namespace cli {
namespace {

engine::Instant moment(Session& session, const Arguments& arguments, const engine::Zone& zone) {
  const auto at = arguments.text("--at");
  return at ? engine::parse_instant(*at, zone) : session.desk().now();
}

/// A case that a step names beside its own, in any of the words that a person may use for it.
nlohmann::json with_other_case(Session& session, std::string_view command, nlohmann::json fields) {
  for (const char* name : {"into", "group"}) {
    const auto other = fields.find(name);
    if (other != fields.end()) *other = session.find(other->get<std::string>(), command).number;
  }
  return fields;
}

std::vector<Option> options(std::string_view name) { return step_options(*step_named(name)); }

}  // namespace

int take_step(Session& session, const Arguments& arguments) {
  const auto& spec = *step_named(arguments.command());
  const auto word = arguments.text("case");
  const auto record = word ? session.find(*word, spec.name) : engine::CaseRecord{};
  const auto zone = session.zone_of(word ? record.centre : session.actor().centre);
  const engine::Happening happening{std::string(spec.name),
                                    with_other_case(session, spec.name, step_fields(spec, arguments, zone)),
                                    session.actor(), moment(session, arguments, zone)};
  const auto answer = session.desk().tell(record.id, happening);
  if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) return session.refuse(*refusal);
  print_step(session, std::get<engine::Done>(answer));
  return exit_done;
}

const Command step_command{options, "", take_step};

}  // namespace cli
