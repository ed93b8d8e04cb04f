#include "engine/json.hpp"
#include "web/api/form_json.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/aside.hpp"
#include "workflows/event.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>

namespace web {
namespace {

using nlohmann::json;

bool has_one_of(const engine::Actor& actor, const std::vector<std::string>& roles) {
  return std::ranges::any_of(
      roles, [&](const std::string& role) { return std::ranges::find(actor.roles, role) != actor.roles.end(); });
}

json role_labels(const Call& call, const std::vector<std::string>& roles) {
  auto labels = json::array();
  for (const auto& role : roles) labels.push_back(workflows::role_word(call.language, role));
  return labels;
}

json step_json(const Call& call, const View& view, const engine::Possible& step, const workflows::EventSpec& spec) {
  json result = {{"event", step.event},
                 {"label", workflows::event_word(call.language, step.event)},
                 {"what", call.say(spec.en)},
                 {"permitted", has_one_of(call.viewer.actor, step.roles)},
                 {"missing", nullptr},
                 {"aside", workflows::is_aside(step.event)},
                 {"roles", role_labels(call, step.roles)},
                 {"fields", form_json(call, view, spec)}};
  if (!step.missing.empty()) result["missing"] = call.language.translate(step.missing);
  return result;
}

}  // namespace

Answer get_next(const Call& call) {
  const auto record = named_case(call, 0, "next");
  const auto steps = call.office.desk.possible(record.id).value_or(std::vector<engine::Possible>());
  auto possible = json::array();
  look(call, [&](View& view) {
    for (const auto& step : steps)
      if (const auto* spec = spec_named(step.event)) possible.push_back(step_json(call, view, step, *spec));
  });
  return ok({{"case", record.number}, {"id", record.id}, {"revision", record.revision}, {"possible", possible}});
}

Answer get_arrival_form(const Call& call) {
  json form;
  look(call, [&](View& view) { form = form_json(call, view, *spec_named("arrive")); });
  return ok({{"fields", form}});
}

}  // namespace web
