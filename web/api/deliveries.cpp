#include "engine/deliver/channels.hpp"
#include "engine/deliver/claim.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "web/api/problem.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/deliveries_json.hpp"
#include "workflows/answers/main_site.hpp"

namespace web {

using engine::mark;

Answer get_deliveries(const Call& call) {
  nlohmann::json result;
  look(call, [&](View& view) {
    const auto channels = engine::channels_in(view.reading);
    result = workflows::deliveries_json(view.reading, engine::overview_of(view.reading, channels),
                                        workflows::main_site(view.world).zone(), view.sight, call.language);
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
