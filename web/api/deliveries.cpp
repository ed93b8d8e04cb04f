#include "engine/deliver/channels.hpp"
#include "engine/deliver/claim.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "web/api/problem.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/deliveries_json.hpp"
#include "workflows/answers/main_site.hpp"
#include "workflows/words/words.hpp"

namespace web {
namespace {

using engine::mark;
using nlohmann::json;

/// Those a channel is for, as people read them.
json receivers(const Call& call, const View& view, const json& recipients) {
  constexpr std::string_view role = "role:";
  auto words = json::array();
  for (const auto& each : recipients) {
    const auto name = each.get<std::string>();
    words.push_back(name == "*"              ? call.say(mark("everybody"))
                    : name.starts_with(role) ? workflows::role_word(call.language, name.substr(role.size()))
                                             : view.person_name(name));
  }
  return words;
}

}  // namespace

Answer get_deliveries(const Call& call) {
  nlohmann::json result;
  look(call, [&](View& view) {
    const auto channels = engine::channels_in(view.reading);
    result = workflows::deliveries_json(view.reading, engine::overview_of(view.reading, channels),
                                        workflows::main_site(view.world).zone(), view.sight, call.language);
    for (auto& channel : result["channels"]) channel["for_names"] = receivers(call, view, channel["for"]);
  });
  return ok(result);
}

Answer post_resend(const Call& call) {
  bool again = false;
  call.office.desk.store().write(
      [&](engine::Writing& writing) { again = engine::resend_delivery(writing, call.named.at(0), call.now()); });
  if (!again) return problem(404, "no_dead_message", call.say(mark("no message {0} was given up"), call.named.at(0)));
  return ok({{"resent", 1}});
}

}  // namespace web
