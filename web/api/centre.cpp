#include "engine/time/text.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/centre_json.hpp"
#include "workflows/words/words.hpp"

#include <nlohmann/json.hpp>

namespace web {
namespace {

using nlohmann::json;

json person_json(const Call& call, const View& view, const engine::Person& person) {
  auto result = workflows::person_json(person, view.zone(person.centre));
  result["centre_name"] = view.centre_name(person.centre);
  result["roles"] = json::array();
  for (const auto& role : person.roles)
    result["roles"].push_back({{"name", role}, {"label", workflows::role_word(call.language, role)}});
  return result;
}

}  // namespace

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
