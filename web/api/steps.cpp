#include "engine/digest.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "web/api/clock_json.hpp"
#include "web/api/form_json.hpp"
#include "web/api/problem.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/case_json.hpp"
#include "workflows/answers/step_lines.hpp"
#include "workflows/words/fault.hpp"
#include "workflows/words/words.hpp"

#include <charconv>

namespace web {
namespace {

using engine::mark;
using nlohmann::json;
using workflows::Fault;
using workflows::wrong_words;

constexpr std::size_t longest_key = 200;

/// The key of a request that may be sent again when its answer was lost, with a digest of all that it asks.
std::optional<engine::Once> once_of(const Call& call) {
  const auto key = call.request.header("Idempotency-Key");
  if (key.empty()) return std::nullopt;
  if (key.size() > longest_key) throw wrong_words(mark("an Idempotency-Key has at most {0} letters"), longest_key);
  std::string all = call.request.method;
  for (const auto& part : call.request.path) all += "/" + part;
  return engine::Once{std::string(key), engine::sha256_hex(all + "\n" + call.request.body)};
}

/// The revision a form was made from, out of `If-Match: "7"`.
std::int64_t revision_asked(const Request& request) {
  auto text = request.header("If-Match");
  if (text.empty())
    throw Fault(engine::Error::Kind::Conflict, "revision_missing",
                mark("say which revision of the case this was decided on (If-Match): somebody may have been faster"));
  if (text.size() > 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  std::int64_t revision = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), revision);
  if (fault != std::errc() || stop != text.data() + text.size())
    throw wrong_words(mark("If-Match takes the revision of the case, not {0}"), request.header("If-Match"));
  return revision;
}

/// A case that a step names beside its own, in any of the words that a person may use for it.
void name_other_case(const Call& call, std::string_view event, json& fields) {
  for (const char* name : {"into", "group"}) {
    const auto other = fields.find(name);
    if (other != fields.end() && other->is_string()) *other = find_case(call, other->get<std::string>(), event).number;
  }
}

engine::Happening happening_of(const Call& call, std::string_view event, const engine::Zone& zone) {
  const auto body = body_of(call.request);
  engine::Happening happening{std::string(event), json::object(), call.viewer.actor, call.now()};
  happening.once = once_of(call);
  if (const auto fields = body.find("fields"); fields != body.end()) happening.fields = *fields;
  if (!happening.fields.is_object()) throw wrong_words(mark("\"fields\" must be a JSON object"));
  name_other_case(call, event, happening.fields);
  const auto at = body.find("occurred_at");
  if (at != body.end() && at->is_string()) happening.occurred_at = engine::parse_instant(at->get<std::string>(), zone);
  return happening;
}

json done_json(const Call& call, const View& view, const engine::Done& done) {
  const auto& record = done.record;
  const auto& zone = view.zone(record.centre);
  auto result = workflows::case_json(record, zone);
  const auto lines = workflows::step_lines(call.language, done, view.world, zone);
  result["id"] = record.id;
  result["event"] = done.entry.event;
  result["revision"] = record.revision;
  result["mediation_number"] = record.second_number;
  result["state_label"] = workflows::state_word(call.language, record.state);
  result["holder_name"] = view.person_name(record.holder);
  result["occurred_at"] = engine::format_instant(done.entry.occurred_at, zone);
  result["late_entry"] = done.entry.late_entry;
  result["sentence"] = lines.front();
  result["lines"] = std::vector<std::string>(lines.begin() + 1, lines.end());
  result["deadlines"] = json::array();
  for (const auto& clock : record.deadlines)
    result["deadlines"].push_back(clock_json(call.language, clock, call.now(), zone));
  return result;
}

Answer answer_of(const Call& call, const engine::Answer& answer, int status) {
  if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) return problem(call.language, *refusal);
  const auto& done = std::get<engine::Done>(answer);
  json result;
  look(call, [&](View& view) { result = done_json(call, view, done); });
  Answer taken(status);
  taken.body(result.dump(-1, ' ', false, json::error_handler_t::replace), "application/json");
  taken.set("ETag", "\"" + std::to_string(done.record.revision) + "\"");
  if (status == 201) taken.set("Location", "/api/v1/cases/" + done.record.id);
  return taken;
}

engine::Zone zone_of(const Call& call, const std::string& centre) {
  std::optional<engine::Zone> zone;
  look(call, [&](View& view) { zone = view.zone(centre); });
  return *zone;
}

}  // namespace

Answer post_arrival(const Call& call) {
  const auto happening = happening_of(call, "arrive", zone_of(call, call.viewer.actor.centre));
  return answer_of(call, call.office.desk.tell("", happening), 201);
}

Answer post_step(const Call& call) {
  const auto* spec = spec_named(call.named.at(1));
  if (spec == nullptr || spec->event == workflows::Event::Arrive)
    throw Fault(engine::Error::Kind::NotFound, "no_such_step", mark("there is no step \"{0}\""), call.named.at(1));
  const auto record = named_case(call, 0, spec->name);
  const auto revision = revision_asked(call.request);
  auto happening = happening_of(call, spec->name, zone_of(call, record.centre));
  happening.expected_revision = revision;
  return answer_of(call, call.office.desk.tell(record.id, happening), 200);
}

}  // namespace web
