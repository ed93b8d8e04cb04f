#include "cli/account_answer.hpp"

#include "cli/table.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/words/attempt_words.hpp"
#include "workflows/words/words.hpp"

namespace cli {
namespace {
using engine::mark;
using Rows = std::vector<std::vector<std::string>>;

nlohmann::json instant_json(const std::optional<engine::Instant>& at, const engine::Zone& zone) {
  return at ? nlohmann::json(engine::format_instant(*at, zone)) : nlohmann::json();
}

std::string moment_text(const std::optional<engine::Instant>& at, const engine::Zone& zone) {
  return at ? at_words(*at, zone) : std::string();
}

std::string state_of(const Language& language, const engine::AccountLine& line) {
  if (!line.in_service) return language.translate(mark("not in service"));
  if (line.locked) return language.translate(mark("locked"));
  if (!line.has_password) return language.translate(mark("no password"));
  if (line.delay > engine::Seconds{0})
    return language.say(mark("slowed down: wait {0} s"), std::to_string(line.delay.count()));
  return language.translate(line.must_change ? mark("first password, to be changed") : mark("ready"));
}

std::string scope_of(const Language& language, const engine::TokenRow& row) {
  return language.translate(row.feed ? mark("calendar") : row.writes ? mark("read and write") : mark("read"));
}

void tell_table(Session& session, const std::vector<const char*>& heading, const Rows& rows) {
  std::vector<std::string> words;
  for (const char* word : heading) words.push_back(session.language().translate(word));
  session.out().write(draw_table(words, rows));
}

nlohmann::json token_json(const engine::TokenRow& row, const engine::Zone& zone) {
  return {{"id", row.id},
          {"person", row.person},
          {"name", row.name},
          {"scope", row.feed     ? "feed"
                    : row.writes ? "write"
                                 : "read"},
          {"created_at", engine::format_instant(row.created_at, zone)},
          {"created_by", row.created_by},
          {"expires_at", engine::format_instant(row.expires_at, zone)},
          {"used_at", instant_json(row.used_at, zone)}};
}

}  // namespace

void tell_accounts(Session& session, const std::vector<engine::AccountLine>& lines) {
  const auto zone = session.zone_of("");
  auto json = nlohmann::json::array();
  Rows rows;
  for (const auto& line : lines) {
    json.push_back({{"person", line.person},
                    {"login", line.login},
                    {"name", line.name},
                    {"centre", line.centre},
                    {"in_service", line.in_service},
                    {"password", line.has_password},
                    {"must_change", line.must_change},
                    {"password_set_at", instant_json(line.password_set_at, zone)},
                    {"sessions", line.sessions},
                    {"tokens", line.tokens},
                    {"wait", line.delay.count()}});
    rows.push_back({line.person, line.login, line.name, line.centre, state_of(session.language(), line),
                    std::to_string(line.sessions), std::to_string(line.tokens)});
  }
  if (session.json()) return session.print({{"accounts", json}});
  tell_table(
      session,
      {mark("Id"), mark("Login"), mark("Name"), mark("Centre"), mark("Account"), mark("Sessions"), mark("Tokens")},
      rows);
}

void tell_sessions(Session& session, const std::vector<engine::SessionLine>& lines) {
  const auto zone = session.zone_of("");
  auto json = nlohmann::json::array();
  Rows rows;
  for (const auto& line : lines) {
    json.push_back({{"id", line.id},
                    {"person", line.person},
                    {"address", line.address},
                    {"agent", line.agent},
                    {"created_at", engine::format_instant(line.created_at, zone)},
                    {"seen_at", engine::format_instant(line.seen_at, zone)}});
    rows.push_back({line.id, at_words(line.created_at, zone), at_words(line.seen_at, zone), line.address, line.agent});
  }
  if (session.json()) return session.print({{"sessions", json}});
  if (rows.empty()) return session.out().line(session.say(mark("nobody is signed in")));
  tell_table(session, {mark("Id"), mark("Signed in"), mark("Last seen"), mark("Address"), mark("Browser")}, rows);
}

void tell_tokens(Session& session, const std::vector<engine::TokenRow>& tokens) {
  const auto zone = session.zone_of("");
  auto json = nlohmann::json::array();
  Rows rows;
  for (const auto& row : tokens) {
    json.push_back(token_json(row, zone));
    rows.push_back({row.id, row.person, row.name, scope_of(session.language(), row), at_words(row.expires_at, zone),
                    moment_text(row.used_at, zone)});
  }
  if (session.json()) return session.print({{"tokens", json}});
  if (rows.empty()) return session.out().line(session.say(mark("there are no tokens")));
  tell_table(session, {mark("Id"), mark("Person"), mark("Name"), mark("Scope"), mark("Until"), mark("Last used")},
             rows);
}

void tell_attempts(Session& session, const std::vector<engine::Attempt>& attempts) {
  const auto zone = session.zone_of("");
  auto json = nlohmann::json::array();
  Rows rows;
  for (const auto& attempt : attempts) {
    json.push_back({{"at", engine::format_instant(attempt.at, zone)},
                    {"person", attempt.person},
                    {"action", attempt.action},
                    {"case", attempt.case_number},
                    {"reason", attempt.reason}});
    rows.push_back({at_words(attempt.at, zone), attempt.person, attempt_word(session.language(), attempt.action),
                    attempt.case_number, refused_word(session.language(), attempt.reason)});
  }
  if (session.json()) return session.print({{"attempts", json}});
  if (rows.empty()) return session.out().line(session.say(mark("no attempt has been refused")));
  tell_table(session, {mark("When"), mark("Person"), mark("Action"), mark("Case"), mark("Why")}, rows);
}

void tell_acts(Session& session, const std::vector<engine::AccountAct>& acts) {
  const auto zone = session.zone_of("");
  auto json = nlohmann::json::array();
  Rows rows;
  for (const auto& act : acts) {
    json.push_back({{"at", engine::format_instant(act.at, zone)},
                    {"person", act.person},
                    {"action", act.action},
                    {"about", act.about},
                    {"detail", act.detail}});
    rows.push_back({at_words(act.at, zone), act.person, workflows::act_word(session.language(), act.action), act.about,
                    act.detail});
  }
  if (session.json()) return session.print({{"acts", json}});
  if (rows.empty()) return session.out().line(session.say(mark("nothing was done to any account")));
  tell_table(session, {mark("When"), mark("Person"), mark("Action"), mark("Account"), mark("Detail")}, rows);
}

void tell_new_token(Session& session, const engine::Accounts::NewToken& token) {
  const auto zone = session.zone_of("");
  if (session.json()) {
    auto json = token_json(token.row, zone);
    json["token"] = token.secret;
    return session.print(json);
  }
  session.out().line(token.secret);
  session.out().line(session.say(
      mark("Token {0} acts for {1} ({2}) until {3}. It is shown only now: keep it where the program finds it."),
      token.row.id, token.row.person, scope_of(session.language(), token.row), at_words(token.row.expires_at, zone)));
  if (token.row.feed)
    session.out().line(session.say(mark("A calendar program subscribes to http(s)://THE-SERVER/calendar/{0}.ics; "
                                        "whoever has that address reads it."),
                                   token.secret));
}

}  // namespace cli
