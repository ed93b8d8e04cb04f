#include "web/api/account_json.hpp"

#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "web/api/problem.hpp"
#include "workflows/answers/main_site.hpp"
#include "workflows/words/fault.hpp"

namespace web {
namespace {

using engine::mark;
using nlohmann::json;

constexpr std::chrono::days usual_life{90};

json instant_json(const std::optional<engine::Instant>& at, const engine::Zone& zone) {
  return at ? json(engine::format_instant(*at, zone)) : json(nullptr);
}

std::string_view scope_of(const engine::TokenRow& row) { return row.feed ? "feed" : row.writes ? "write" : "read"; }

json token_json(const Call& call, const View& view, const engine::TokenRow& row) {
  const auto zone = workflows::main_site(view.world).zone();
  return {{"id", row.id},
          {"person", row.person},
          {"person_name", view.person_name(row.person)},
          {"name", row.name},
          {"scope", scope_of(row)},
          {"created_at", engine::format_instant(row.created_at, zone)},
          {"created_by", row.created_by},
          {"expires_at", engine::format_instant(row.expires_at, zone)},
          {"used_at", instant_json(row.used_at, zone)},
          {"ended", row.expires_at <= call.now()}};
}

std::string text_or(const json& body, const char* name, const std::string& otherwise) {
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) return otherwise;
  if (!found->is_string()) throw workflows::wrong_words(mark("\"{0}\" must be a text"), name);
  return found->get<std::string>();
}

}  // namespace

json sessions_json(const Call& call, const std::vector<engine::SessionLine>& lines) {
  auto list = json::array();
  look(call, [&](View& view) {
    const auto zone = workflows::main_site(view.world).zone();
    for (const auto& line : lines)
      list.push_back({{"id", line.id},
                      {"address", line.address},
                      {"agent", line.agent},
                      {"created_at", engine::format_instant(line.created_at, zone)},
                      {"seen_at", engine::format_instant(line.seen_at, zone)},
                      {"current", line.id == call.viewer.session}});
  });
  return list;
}

json tokens_json(const Call& call, const std::vector<engine::TokenRow>& rows) {
  auto list = json::array();
  look(call, [&](View& view) {
    for (const auto& row : rows) list.push_back(token_json(call, view, row));
  });
  return list;
}

engine::TokenRow token_wished(const Call& call) {
  const auto body = body_of(call.request);
  engine::TokenRow wanted;
  wanted.person = text_or(body, "person", "");
  wanted.name = text_or(body, "name", "");
  const auto scope = text_or(body, "scope", "read");
  if (scope != "read" && scope != "write" && scope != "feed")
    throw workflows::wrong_words(mark("a token is for read, write or feed, not {0}"), scope);
  wanted.writes = scope == "write";
  wanted.feed = scope == "feed";
  const auto until = text_or(body, "until", "");
  wanted.expires_at = call.now() + usual_life;
  if (!until.empty())
    look(call, [&](View& view) {
      const auto zone = workflows::main_site(view.world).zone();
      wanted.expires_at = zone.midnight(engine::parse_date(until) + std::chrono::days{1});
    });
  return wanted;
}

Answer new_token_answer(const Call& call, const std::variant<engine::Accounts::NewToken, engine::Refusal>& made) {
  if (const auto* refusal = std::get_if<engine::Refusal>(&made)) return problem(call.language, *refusal);
  const auto& token = std::get<engine::Accounts::NewToken>(made);
  json result;
  look(call, [&](View& view) { result = token_json(call, view, token.row); });
  result["token"] = token.secret;
  return Answer(201).body(result.dump(-1, ' ', false, json::error_handler_t::replace), "application/json");
}

}  // namespace web
