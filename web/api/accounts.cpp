#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "web/api/account_json.hpp"
#include "web/api/problem.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/main_site.hpp"
#include "workflows/words/attempt_words.hpp"
#include "workflows/words/fault.hpp"
#include "workflows/words/words.hpp"

#include <algorithm>

namespace web {
namespace {

using engine::mark;
using nlohmann::json;
using Refused = std::optional<engine::Refusal>;

constexpr std::int64_t most_acts = 1000;
constexpr std::size_t most_attempts = 1000;

Answer done(const Call& call, const Refused& refusal) {
  return refusal ? problem(call.language, *refusal) : Answer(204);
}

const std::string& whose(const Call& call) { return call.named.at(0); }

json account_json(const Call& call, const View& view, const engine::AccountLine& line) {
  const auto zone = workflows::main_site(view.world).zone();
  json result = {{"person", line.person},
                 {"login", line.login},
                 {"name", line.name},
                 {"centre", line.centre},
                 {"centre_name", view.centre_name(line.centre)},
                 {"in_service", line.in_service},
                 {"password", line.has_password},
                 {"must_change", line.must_change},
                 {"locked", line.locked},
                 {"password_set_at", nullptr},
                 {"sessions", line.sessions},
                 {"tokens", line.tokens},
                 {"wait", line.delay.count()},
                 {"own", line.person == call.viewer.actor.person}};
  if (line.password_set_at) result["password_set_at"] = engine::format_instant(*line.password_set_at, zone);
  return result;
}

/// Attempts of people beyond reach, and of nobody known, are shown to who reaches every centre.
json attempts_json(const Call& call, const View& view) {
  auto all = view.reading.attempts();
  auto list = json::array();
  for (auto attempt = all.rbegin(); attempt != all.rend() && list.size() < most_attempts; ++attempt) {
    const auto* person = view.world.person(attempt->person);
    if (!view.sight.everything() && (person == nullptr || !view.sight.centre(person->centre))) continue;
    list.push_back({{"at", engine::format_instant(attempt->at, workflows::main_site(view.world).zone())},
                    {"person", attempt->person},
                    {"person_name", view.person_name(attempt->person)},
                    {"action", attempt->action},
                    {"action_label", attempt_word(call.language, attempt->action)},
                    {"case", attempt->case_number},
                    {"reason", attempt->reason},
                    {"reason_label", refused_word(call.language, attempt->reason)}});
  }
  return list;
}

}  // namespace

Answer get_accounts(const Call& call) {
  auto list = json::array();
  const auto lines = call.accounts.accounts(call.viewer.actor, call.now());
  look(call, [&](View& view) {
    for (const auto& line : lines) list.push_back(account_json(call, view, line));
  });
  return ok({{"accounts", list}});
}

Answer post_account_password(const Call& call) {
  const auto body = body_of(call.request);
  const auto password = body.find("password");
  if (password == body.end() || !password->is_string())
    throw workflows::wrong_words(mark("\"{0}\" must be a text"), "password");
  return done(call,
              call.accounts.set_password(call.viewer.actor, whose(call), password->get<std::string>(), call.now()));
}

Answer post_account_lock(const Call& call) {
  return done(call, call.accounts.lock(call.viewer.actor, whose(call), call.now()));
}

Answer post_account_unlock(const Call& call) {
  return done(call, call.accounts.unlock(call.viewer.actor, whose(call), call.now()));
}

Answer get_account_sessions(const Call& call) {
  if (const auto refusal = call.accounts.refused_to_administer(call.viewer.actor, whose(call), call.now()))
    return problem(call.language, *refusal);
  return ok({{"sessions", sessions_json(call, call.accounts.sessions(whose(call), call.now()))}});
}

Answer delete_account_sessions(const Call& call) {
  return done(call, call.accounts.end_sessions(call.viewer.actor, whose(call), call.now()));
}

Answer get_tokens(const Call& call) {
  return ok({{"tokens", tokens_json(call, call.accounts.tokens(call.viewer.actor))}});
}

Answer post_token(const Call& call) {
  if (call.viewer.by_token)
    return problem(403, "token_makes_none", call.say(mark("a token cannot make tokens; sign in with the password")));
  return new_token_answer(call, call.accounts.add_token(call.viewer.actor, token_wished(call), call.now()));
}

Answer delete_token(const Call& call) {
  return done(call, call.accounts.revoke_token(call.viewer.actor, whose(call), call.now()));
}

Answer get_audit(const Call& call) {
  const auto acts = call.accounts.acts(call.viewer.actor, most_acts);
  auto done_acts = json::array();
  json attempts;
  look(call, [&](View& view) {
    const auto zone = workflows::main_site(view.world).zone();
    for (const auto& act : acts)
      done_acts.push_back({{"at", engine::format_instant(act.at, zone)},
                           {"person", act.person},
                           {"person_name", view.person_name(act.person)},
                           {"action", act.action},
                           {"action_label", workflows::act_word(call.language, act.action)},
                           {"about", act.about},
                           {"about_name", view.person_name(act.about)},
                           {"detail", act.detail}});
    attempts = attempts_json(call, view);
  });
  return ok({{"acts", done_acts}, {"attempts", attempts}});
}

}  // namespace web
