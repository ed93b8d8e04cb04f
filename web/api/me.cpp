#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "web/api/account_json.hpp"
#include "web/api/problem.hpp"
#include "web/api/routes.hpp"
#include "workflows/words/fault.hpp"

namespace web {
namespace {

using engine::mark;
using nlohmann::json;

Answer no_such(const Call& call, const char* code, const char* message) {
  return problem(404, code, call.say(message, call.named.at(0)));
}

}  // namespace

Answer get_own_sessions(const Call& call) {
  return ok({{"sessions", sessions_json(call, call.accounts.sessions(call.viewer.actor.person, call.now()))}});
}

Answer delete_own_session(const Call& call) {
  if (!call.accounts.revoke_session(call.viewer.actor.person, call.named.at(0)))
    return no_such(call, "no_such_session", mark("there is no session \"{0}\""));
  return Answer(204);
}

Answer get_own_tokens(const Call& call) {
  return ok({{"tokens", tokens_json(call, call.accounts.own_tokens(call.viewer.actor.person))}});
}

// A token that could make tokens would outlive every end that was set to it.
Answer post_own_token(const Call& call) {
  if (call.viewer.by_token)
    return problem(403, "token_makes_none", call.say(mark("a token cannot make tokens; sign in with the password")));
  return new_token_answer(call, call.accounts.add_own_token(call.viewer.actor, token_wished(call), call.now()));
}

Answer delete_own_token(const Call& call) {
  if (const auto refusal = call.accounts.revoke_own_token(call.viewer.actor, call.named.at(0), call.now()))
    return problem(call.language, *refusal);
  return Answer(204);
}

}  // namespace web
