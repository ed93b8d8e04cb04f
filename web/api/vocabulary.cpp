#include "engine/json.hpp"
#include "web/api/routes.hpp"
#include "workflows/channel.hpp"
#include "workflows/draw.hpp"
#include "workflows/event.hpp"
#include "workflows/kind.hpp"
#include "workflows/limit.hpp"
#include "workflows/roles.hpp"
#include "workflows/state.hpp"
#include "workflows/words/words.hpp"

namespace web {
namespace {

using nlohmann::json;

json states(const workflows::Language& language) {
  auto words = json::object();
  for (const auto& state : workflows::states())
    if (!state.name.empty()) words[std::string(state.name)] = workflows::state_word(language, state.name);
  return words;
}

json events(const workflows::Language& language) {
  auto words = json::object();
  for (const auto& event : workflows::events())
    words[std::string(event.name)] = workflows::event_word(language, event.name);
  return words;
}

json limits(const workflows::Language& language) {
  auto words = json::object();
  for (std::size_t n = 0; n < workflows::limit_count; ++n) {
    const auto limit = name(static_cast<workflows::Limit>(n));
    words[std::string(limit)] = workflows::deadline_word(language, limit);
  }
  return words;
}

json statuses(const workflows::Language& language) {
  auto words = json::object();
  for (const auto* status : {"on_time", "late", "open", "overdue", "stopped"})
    words[status] = workflows::status_word(language, status);
  return words;
}

json kinds(const workflows::Language& language) {
  auto list = json::array();
  for (const auto& kind : workflows::kinds())
    list.push_back({{"code", kind.code}, {"label", workflows::kind_word(language, kind.code)}});
  return list;
}

json channels(const workflows::Language& language) {
  auto list = json::array();
  for (const auto& channel : workflows::channels())
    list.push_back({{"code", channel.code}, {"label", workflows::channel_word(language, channel.code)}});
  return list;
}

json roles(const workflows::Language& language) {
  auto words = json::object();
  for (const auto& role : workflows::roles()) words[std::string(role.name)] = workflows::role_word(language, role.name);
  return words;
}

}  // namespace

Answer get_words(const Call& call) {
  const auto& language = call.language;
  return ok({{"states", states(language)},
             {"events", events(language)},
             {"deadlines", limits(language)},
             {"statuses", statuses(language)},
             {"kinds", kinds(language)},
             {"channels", channels(language)},
             {"roles", roles(language)}});
}

Answer get_process(const Call&) { return Answer().body(*workflows::draw("json"), "application/json"); }

}  // namespace web
