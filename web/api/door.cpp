#include "web/api/door.hpp"

#include "engine/accounts/secret.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "web/api/problem.hpp"
#include "workflows/answers/main_site.hpp"
#include "workflows/roles.hpp"
#include "workflows/words/fault.hpp"
#include "workflows/words/words.hpp"

namespace web {
namespace {

using engine::mark;
using nlohmann::json;

constexpr std::string_view session_cookie = "maotiao_session";
constexpr std::string_view device_cookie = "maotiao_device";
constexpr std::string_view device_life = "; Max-Age=7776000";  // 90 days, as long as a place is remembered
constexpr std::string_view bearer = "Bearer ";

std::string cookie(std::string_view name, std::string_view value, std::string_view life, bool secure) {
  auto text = std::string(name) + "=" + std::string(value) + "; Path=/; HttpOnly; SameSite=Strict";
  if (secure) text += "; Secure";
  return text + std::string(life);
}

engine::Place place_of(const Request& request) {
  return {request.peer, std::string(request.cookie(device_cookie)),
          std::string(request.header("User-Agent").substr(0, 200))};
}

bool is(const Request& request, std::string_view method, std::size_t parts, std::string_view last) {
  return request.method == method && request.path.size() == parts && request.path[2] == "session" &&
         request.path.back() == last;
}

std::string text_of(const json& body, const char* name) {
  const auto found = body.find(name);
  if (found != body.end() && found->is_string()) return found->get<std::string>();
  throw workflows::wrong_words(mark("\"{0}\" must be a text"), name);
}

json permitted(const engine::Actor& actor) {
  auto list = json::array();
  for (const auto action : workflows::actions())
    if (workflows::permitted(actor.roles, action)) list.push_back(action);
  return list;
}

json roles(const engine::Actor& actor, const workflows::Language& language) {
  auto list = json::array();
  for (const auto& role : actor.roles)
    list.push_back({{"name", role}, {"label", workflows::role_word(language, role)}});
  return list;
}

}  // namespace

bool came_by_tls(const Request& request) {
  const bool proxied = request.peer.starts_with("127.") || request.peer == "::1";
  return request.secure || (proxied && request.header("X-Forwarded-Proto") == "https");
}

Answer foreign_form(const workflows::Language& language) {
  return problem(403, "csrf", language.say(mark("this form is not from this session; load the page again")));
}

std::optional<Viewer> Door::who(const Request& request) {
  const auto now = office_.desk.now();
  const auto shown = request.header("Authorization");
  if (shown.starts_with(bearer)) {
    const auto found = accounts_.by_token(shown.substr(bearer.size()), request.peer, now);
    if (!found) return std::nullopt;
    return Viewer{found->actor, {}, found->writes, false, true};
  }
  const auto session = accounts_.who_is(request.cookie(session_cookie), now);
  if (!session) return std::nullopt;
  return Viewer{session->actor, session->csrf, true, session->must_change, false, session->id};
}

bool Door::checks_password(const Request& request) {
  return request.method == "POST" && request.path.size() >= 3 && request.path[2] == "session";
}

std::optional<Answer> Door::answer(const Request& request, const workflows::Language& language) {
  if (is(request, "POST", 3, "session")) return sign_in(request, language);
  if (is(request, "DELETE", 3, "session")) return sign_out(request, language);
  if (is(request, "POST", 4, "password")) return change_password(request, language);
  if (!is(request, "GET", 3, "session")) return std::nullopt;
  const auto session = accounts_.who_is(request.cookie(session_cookie), office_.desk.now());
  if (session) return greet(*session, language);
  return problem(401, "not_signed_in", language.say(mark("sign in first")));
}

void Door::note_refused(const Viewer& viewer, const Request& request, std::string_view why) {
  accounts_.note_refused(viewer.actor.person, request.path.empty() ? "" : request.path.back(), why, request.peer,
                         office_.desk.now());
}

Answer Door::sign_in(const Request& request, const workflows::Language& language) {
  const auto body = body_of(request);
  const auto answer =
      accounts_.sign_in(text_of(body, "login"), text_of(body, "password"), place_of(request), office_.desk.now());
  if (const auto* refused = std::get_if<engine::NotSigned>(&answer)) return keep_out(*refused, language);
  return greet_new(std::get<engine::Signed>(answer), request, language);
}

Answer Door::sign_out(const Request& request, const workflows::Language& language) {
  const auto token = request.cookie(session_cookie);
  const auto now = office_.desk.now();
  const auto session = accounts_.who_is(token, now);
  if (session && !engine::same_secret(session->csrf, request.header("X-CSRF-Token"))) {
    accounts_.note_refused(session->actor.person, "sign_out", "csrf", request.peer, now);
    return foreign_form(language);
  }
  accounts_.sign_out(token);
  Answer answer(204);
  answer.set("Set-Cookie", cookie(session_cookie, "", "; Max-Age=0", came_by_tls(request)));
  return answer;
}

Answer Door::change_password(const Request& request, const workflows::Language& language) {
  const auto token = request.cookie(session_cookie);
  const auto session = accounts_.who_is(token, office_.desk.now());
  if (!session || !engine::same_secret(session->csrf, request.header("X-CSRF-Token")))
    return problem(401, "not_signed_in", language.say(mark("sign in first")));
  const auto body = body_of(request);
  const auto answer = accounts_.change_password(token, text_of(body, "old"), text_of(body, "new"), place_of(request),
                                                office_.desk.now());
  if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) return problem(language, *refusal);
  if (const auto* refused = std::get_if<engine::NotSigned>(&answer)) return keep_out(*refused, language);
  return greet_new(std::get<engine::Signed>(answer), request, language);
}

Answer Door::greet(const engine::Session& session, const workflows::Language& language) {
  json result;
  auto& desk = office_.desk;
  desk.store().read([&](engine::Reading& reading) {
    const auto world = desk.world(reading);
    const auto* person = world->person(session.actor.person);
    const auto* centre = world->centre(session.actor.centre);
    const auto& zone = workflows::main_site(*world).zone();
    result = {{"person",
               {{"id", session.actor.person},
                {"name", person == nullptr ? session.actor.person : person->name},
                {"centre", session.actor.centre},
                {"centre_name", centre == nullptr ? session.actor.centre : centre->name},
                {"roles", roles(session.actor, language)}}},
              {"csrf", session.csrf},
              {"must_change", session.must_change},
              {"practice", office_.practice},
              {"organisation", office_.organisation},
              {"language", language.name()},
              {"timezone", zone.name()},
              {"now", engine::format_instant(desk.now(), zone)},
              {"ends_at", engine::format_instant(session.ends_at, zone)},
              {"permitted", permitted(session.actor)}};
  });
  return ok(result);
}

Answer Door::greet_new(const engine::Signed& made, const Request& request, const workflows::Language& language) {
  auto answer = greet(made.session, language);
  answer.set("Set-Cookie", cookie(session_cookie, made.token, "", came_by_tls(request)));
  answer.set("Set-Cookie", cookie(device_cookie, made.device, device_life, came_by_tls(request)));
  return answer;
}

Answer Door::keep_out(const engine::NotSigned& refused, const workflows::Language& language) {
  using Why = engine::NotSigned::Why;
  if (refused.why == Why::Wrong)
    return problem(401, "wrong_password", language.say(mark("the name or the password is not right")));
  const auto seconds = std::to_string(refused.retry_after.count());
  auto answer = problem(429, refused.why == Why::TooMany ? "too_many_attempts" : "busy",
                        language.say(mark("too many attempts; try again in {0} s"), seconds));
  answer.set("Retry-After", seconds);
  return answer;
}

}  // namespace web
