#include "engine/json.hpp"
#include "engine/time/explain.hpp"
#include "engine/time/text.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/explanation.hpp"
#include "workflows/answers/promised_rule.hpp"

namespace web {

/// A due date of a promise, counted by the calendar and hours of a centre: the viewer's own unless another is named.
Answer get_due(const Call& call) {
  const auto& request = call.request;
  nlohmann::json result;
  look(call, [&](View& view) {
    const auto centre =
        request.asked("centre").empty() ? call.viewer.actor.centre : std::string(request.asked("centre"));
    const auto& site = view.world.site_of(centre);
    const auto rule = workflows::promised_rule(request.asked("rule"), site, request.asked("emergency") == "1");
    const auto start = engine::parse_instant(request.asked("start"), site.zone());
    const auto explanation = engine::explain(rule, start, site);
    result = {{"rule", request.asked("rule")},
              {"centre", centre},
              {"start", engine::format_instant(start, site.zone())},
              {"due", engine::format_instant(explanation.due.at, site.zone())},
              {"due_date", engine::format_date(explanation.due.date)},
              {"status", engine::to_string(explanation.due.standing)},
              {"calendar_revision", explanation.due.calendar_revision},
              {"explanation", workflows::explanation_json(call.language, explanation, site.zone())}};
  });
  return ok(result);
}

}  // namespace web
