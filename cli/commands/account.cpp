#include "cli/account_answer.hpp"
#include "cli/commands.hpp"
#include "cli/password_entry.hpp"
#include "cli/sodium_password_hash.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

#include <algorithm>
#include <iterator>

namespace cli {
namespace {
using engine::mark;
using Refused = std::optional<engine::Refusal>;

std::vector<Option> options(std::string_view) {
  return {
      {"action", "list|password|lock|unlock|sessions|token|attempts|acts",
       mark("list (also when left out); set a password; lock out; forget delays; who is signed in; tokens of programs; "
            "refused attempts; what administrators did")},
      {"what", "PERSON", mark("whose account; for token: list, add or revoke")},
      {"which", "PERSON|ID", mark("for token add: the person it acts for; for token revoke: its id")},
      {"--name", "NAME", mark("what the token is for")},
      {"--write", "", mark("the token may take steps, not only read")},
      {"--feed", "", mark("the token opens only the calendar of limits (iCalendar), nothing else")},
      {"--until", "T", mark("when the token ends (otherwise in 90 days)")},
      {"--end", "", mark("with sessions: end them all")},
  };
}

/// The command at work: the accounts of the open database, who acts, and the words given.
struct Work {
  Session& session;
  const Arguments& arguments;
  engine::Accounts& accounts;
  engine::Instant now;

  [[nodiscard]] const engine::Actor& by() const { return session.actor(); }
  [[nodiscard]] std::string word(std::string_view place, std::string_view what) const {
    if (auto given = arguments.text(place)) return *given;
    throw wrong_words(mark("{0} is missing; `maotiao {1} --help` shows what the command takes"), what, "account");
  }
};

int told(const Work& work, const Refused& refusal, const std::string& sentence, const std::string& person) {
  if (refusal) return work.session.refuse(*refusal);
  if (work.session.json()) {
    work.session.print({{"person", person}, {"done", true}});
  } else {
    work.session.out().line(sentence);
  }
  return exit_done;
}

int list(const Work& work) {
  tell_accounts(work.session, work.accounts.accounts(work.by(), work.now));
  return exit_done;
}

int password(const Work& work) {
  const auto person = work.word("what", "PERSON");
  if (const auto refusal = work.accounts.refused_to_administer(work.by(), person, work.now))
    return work.session.refuse(*refusal);
  const auto refusal = work.accounts.set_password(work.by(), person, entered_password(work.session, person), work.now);
  return told(work, refusal,
              work.session.say(mark("{0} has a new password and must change it at the next sign-in; all sessions of "
                                    "{0} have ended."),
                               person),
              person);
}

int unlock(const Work& work) {
  const auto person = work.word("what", "PERSON");
  return told(work, work.accounts.unlock(work.by(), person, work.now),
              work.session.say(mark("{0} can sign in again without delay."), person), person);
}

int lock(const Work& work) {
  const auto person = work.word("what", "PERSON");
  return told(work, work.accounts.lock(work.by(), person, work.now),
              work.session.say(mark("{0} is locked out until a first password is set again; all sessions and tokens of "
                                    "{0} have ended."),
                               person),
              person);
}

int sessions(const Work& work) {
  const auto person = work.word("what", "PERSON");
  if (work.arguments.has("--end"))
    return told(work, work.accounts.end_sessions(work.by(), person, work.now),
                work.session.say(mark("All sessions of {0} have ended."), person), person);
  if (const auto refusal = work.accounts.refused_to_administer(work.by(), person, work.now))
    return work.session.refuse(*refusal);
  tell_sessions(work.session, work.accounts.sessions(person, work.now));
  return exit_done;
}

/// A day alone means the whole of it.
engine::Instant end_of(const std::string& word, const engine::Zone& zone) {
  constexpr std::size_t date_only = 10;
  if (word.size() != date_only) return engine::parse_instant(word, zone);
  return zone.midnight(engine::parse_date(word) + std::chrono::days{1});
}

int add_token(const Work& work) {
  engine::TokenRow wanted;
  wanted.person = work.word("which", "PERSON");
  wanted.name = work.arguments.text_or("--name", "");
  wanted.writes = work.arguments.has("--write");
  wanted.feed = work.arguments.has("--feed");
  if (wanted.feed && wanted.writes)
    throw wrong_words(mark("a token is for the calendar or for writing, not for both: --feed or --write"));
  const auto until = work.arguments.text("--until");
  wanted.expires_at =
      until ? end_of(*until, work.session.zone_of("")) : engine::Instant(work.now + std::chrono::days{90});
  const auto answer = work.accounts.add_token(work.by(), wanted, work.now);
  if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) return work.session.refuse(*refusal);
  tell_new_token(work.session, std::get<engine::Accounts::NewToken>(answer));
  return exit_done;
}

int token(const Work& work) {
  const auto what = work.arguments.text_or("what", "list");
  if (what == "add") return add_token(work);
  if (what == "revoke") {
    const auto id = work.word("which", "ID");
    return told(work, work.accounts.revoke_token(work.by(), id, work.now),
                work.session.say(mark("Token {0} is revoked."), id), id);
  }
  if (what != "list") throw wrong_words(mark("there is no action \"{0}\": {1}"), what, "list add revoke");
  tell_tokens(work.session, work.accounts.tokens(work.by()));
  return exit_done;
}

/// Attempts of people beyond reach, and of nobody known, are shown to who reaches every centre.
int attempts(Session& session) {
  if (const auto exit = session.denied("attempts")) return *exit;
  std::vector<engine::Attempt> found;
  session.read([&](engine::Reading& reading, const engine::World& world) {
    const auto sight = session.desk().sight(reading, session.actor());
    for (auto& attempt : reading.attempts()) {
      const auto* person = world.person(attempt.person);
      if (sight.everything() || (person != nullptr && sight.centre(person->centre)))
        found.push_back(std::move(attempt));
    }
  });
  tell_attempts(session, found);
  return exit_done;
}

/// The same audit trail as in the browser: what was done to accounts and channels.
int acts(Session& session) {
  constexpr std::int64_t most = 1000;
  if (const auto exit = session.denied("attempts")) return *exit;
  const SodiumPasswordHash hash;
  engine::Accounts accounts(session.desk(), hash);
  tell_acts(session, accounts.acts(session.actor(), most));
  return exit_done;
}

struct Action {
  std::string_view name;
  int (*run)(const Work& work);
};
constexpr Action actions[] = {
    {"list", list},     {"password", password}, {"lock", lock},
    {"unlock", unlock}, {"sessions", sessions}, {"token", token},
};

int run(Session& session, const Arguments& arguments) {
  const auto name = arguments.text_or("action", "list");
  if (name == "attempts") return attempts(session);
  if (name == "acts") return acts(session);
  const auto* action = std::ranges::find(actions, name, &Action::name);
  if (action == std::end(actions))
    throw wrong_words(mark("there is no action \"{0}\": {1}"), name,
                      "list password lock unlock sessions token attempts acts");
  if (const auto exit = session.denied("account")) return *exit;
  const SodiumPasswordHash hash;
  engine::Accounts accounts(session.desk(), hash);
  return action->run({session, arguments, accounts, session.desk().now()});
}

}  // namespace

const Command account_command{options, "account token add wang --name ledger --until 2026-12-31", run};

}  // namespace cli
