#include "workflows/answers/explanation.hpp"

#include "engine/clock_text.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "web/api/clock_json.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/clock_explanation.hpp"
#include "workflows/words/fault.hpp"

#include <algorithm>

namespace web {
namespace {
using engine::mark;

const engine::Deadline& clock_named(const engine::CaseRecord& record, const std::string& name,
                                    const std::string& cycle) {
  const auto found = std::ranges::find_if(record.deadlines, [&](const engine::Deadline& clock) {
    return clock.name == name && std::to_string(clock.cycle) == cycle;
  });
  if (found != record.deadlines.end()) return *found;
  throw workflows::Fault(engine::Error::Kind::NotFound, "no_such_deadline", mark("case {0} has no limit \"{1}\""),
                         record.number, name);
}

}  // namespace

Answer get_explanation(const Call& call) {
  const auto record = named_case(call, 0, "explain_due");
  const auto& clock = clock_named(record, call.named.at(1), call.named.at(2));
  nlohmann::json result;
  look(call, [&](View& view) {
    const auto& site = view.world.site_of(record.centre);
    const auto explanation = workflows::explained(clock, site, call.now());
    result = clock_json(call.language, clock, call.now(), site.zone());
    result["case"] = record.number;
    result["rule"] = clock.rule;
    result["source"] = clock.rule_version;
    result["calendar_revision"] = clock.calendar_revision;
    result["counted_anew"] = explanation.due.at != clock.due;  // the calendar has changed since it was judged
    result["explanation"] = workflows::explanation_json(call.language, explanation, site.zone());
  });
  return ok(result);
}

}  // namespace web
