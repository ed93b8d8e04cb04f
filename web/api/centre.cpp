#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "web/api/problem.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/centre_check.hpp"
#include "workflows/answers/centre_json.hpp"
#include "workflows/words/fault.hpp"
#include "workflows/words/words.hpp"

namespace web {
namespace {

using engine::mark;
using nlohmann::json;

json person_json(const Call& call, const View& view, const engine::Person& person) {
  auto result = workflows::person_json(person, view.zone(person.centre));
  result["centre_name"] = view.centre_name(person.centre);
  result["roles"] = json::array();
  for (const auto& role : person.roles)
    result["roles"].push_back({{"name", role}, {"label", workflows::role_word(call.language, role)}});
  return result;
}

std::string text_in(const json& body, const char* name, const std::string& otherwise) {
  const auto found = body.find(name);
  return found != body.end() && found->is_string() ? found->get<std::string>() : otherwise;
}

std::optional<engine::Instant> instant_in(const json& body, const char* name, const engine::Zone& zone,
                                          std::optional<engine::Instant> otherwise) {
  const auto found = body.find(name);
  if (found == body.end()) return otherwise;
  if (!found->is_string()) return std::nullopt;
  return engine::parse_instant(found->get<std::string>(), zone);
}

/// The person as the body says it, over what is known already.
engine::Person person_in(const json& body, engine::Person person, const engine::Zone& zone) {
  person.name = text_in(body, "name", person.name);
  person.login = text_in(body, "login", person.login);
  person.centre = text_in(body, "centre", person.centre);
  person.unit = text_in(body, "unit", person.unit);
  person.attendance = text_in(body, "attendance", person.attendance);
  if (const auto head = body.find("head"); head != body.end() && head->is_boolean()) person.head = head->get<bool>();
  if (const auto roles = body.find("roles"); roles != body.end() && roles->is_array()) {
    person.roles.clear();
    for (const auto& role : *roles)
      if (role.is_string()) person.roles.push_back(role.get<std::string>());
  }
  person.from = instant_in(body, "from", zone, person.from);
  person.until = instant_in(body, "until", zone, person.until);
  return person;
}

Answer keep(const Call& call, const std::string& id, bool is_new) {
  const auto body = body_of(call.request);
  engine::Person person;
  look(call, [&](View& view) {
    const auto* known = view.world.person(id);
    if (is_new && known != nullptr)
      throw workflows::Fault(engine::Error::Kind::Refused, "person_exists", mark("person {0} is there already"), id);
    if (!is_new && known == nullptr)
      throw workflows::Fault(engine::Error::Kind::NotFound, "no_such_person", mark("there is no person \"{0}\""), id);
    engine::Person before = known == nullptr ? engine::Person{} : *known;
    if (is_new) before.centre = call.viewer.actor.centre;
    person = person_in(body, before, view.zone(before.centre));
    person.id = id;
    workflows::check_person(person, view.world.centres());
  });
  auto& desk = call.office.desk;
  if (const auto refusal = desk.denied_person(call.viewer.actor, person)) return problem(call.language, *refusal);
  desk.store().write([&](engine::Writing& writing) { writing.put_person(person); });
  json result;
  look(call, [&](View& view) { result = person_json(call, view, person); });
  return ok(result);
}

}  // namespace

Answer post_person(const Call& call) { return keep(call, text_in(body_of(call.request), "id", ""), true); }

Answer put_person(const Call& call) { return keep(call, call.named.at(0), false); }

Answer get_people(const Call& call) {
  auto people = json::array();
  look(call, [&](View& view) {
    for (const auto& person : view.world.people()) people.push_back(person_json(call, view, person));
  });
  return ok({{"people", people}});
}

Answer get_centres(const Call& call) {
  auto centres = json::array();
  look(call, [&](View& view) {
    for (const auto& centre : view.world.centres())
      centres.push_back(workflows::centre_json(centre, view.world.site_of(centre.id)));
  });
  return ok({{"centres", centres}});
}

}  // namespace web
