#include "engine/accounts/password_rules.hpp"
#include "engine/accounts/secret.hpp"
#include "engine/accounts/trial.hpp"
#include "engine/mark.hpp"

#include <algorithm>

namespace engine {
namespace {

constexpr const char* account_action = "account";
constexpr std::size_t longest_name = 100;

Refusal no_such(const char* code, const char* message, std::string_view what) {
  return {Refusal::Kind::NotFound, code, message, {std::string(what)}, {}, {}, {}};
}

Refusal bad_field(const char* code, const char* message, std::vector<std::string> args = {}) {
  return {Refusal::Kind::Field, code, message, std::move(args), {}, {}, {}};
}

Refusal no_such_person(std::string_view person) {
  return no_such("no_such_person", mark("there is no person \"{0}\""), person);
}

Seconds delay_of(AccountRows& rows, const Person& person, const AccountPolicy& policy, Instant now) {
  Seconds longest{0};
  for (const BrakeRow& row : rows.brakes(login_digest(person))) {
    const Brake brake{row, row.kind == "login" ? std::variant<GrowingDelay, Bucket>(policy.at_login) : policy.pair};
    longest = std::max(longest, brake.wait(row, now));
  }
  return longest;
}

AccountLine line_of(AccountRows& rows, const Person& person, Instant now) {
  AccountLine line;
  line.person = person.id;
  line.login = person.login;
  line.name = person.name;
  line.centre = person.centre;
  line.in_service = in_service(person, now);
  if (const auto password = rows.password(person.id)) {
    line.has_password = true;
    line.must_change = password->must_change;
    line.password_set_at = password->set_at;
  }
  return line;
}

}  // namespace

std::optional<Refusal> Accounts::refused_to_administer(const Actor& by, std::string_view person, Instant now) {
  if (auto refusal = desk_.denied(by, account_action)) return refusal;
  bool known = false, reached = false;
  desk_.store().read([&](Reading& reading) {
    const auto world = desk_.world(reading);
    const Person* found = world->person(person);
    known = found != nullptr;
    reached = known && desk_.process().reaches(by, Purpose::Acting, found->centre, world->centres());
  });
  if (reached) return {};
  if (known)
    desk_.store().write([&](Writing& writing) {
      writing.note_attempt({by.person, account_action, {}, "not_reached " + std::string(person), now});
    });
  return no_such_person(person);
}

std::optional<Refusal> Accounts::set_password(const Actor& by, std::string_view person, std::string_view password,
                                              Instant now) {
  if (auto refusal = refused_to_administer(by, person, now)) return refusal;
  Person whose;
  desk_.store().read([&](Reading& reading) { whose = *desk_.world(reading)->person(person); });
  if (auto refusal = refused_password(password, whose, policy_)) return refusal;
  const PasswordRow row{whose.id, hash_.make(password), true, now, by.person};
  desk_.store().write([&](Writing& writing) {
    AccountRows& rows = writing.accounts();
    rows.put_password(row);
    for (const SessionRow& session : rows.sessions(row.person)) rows.remove_session(session.digest);
  });
  return {};
}

std::optional<Refusal> Accounts::unlock(const Actor& by, std::string_view person, Instant now) {
  if (auto refusal = refused_to_administer(by, person, now)) return refusal;
  desk_.store().write([&](Writing& writing) {
    AccountRows& rows = writing.accounts();
    const Person whose = *desk_.world(writing)->person(person);
    for (const BrakeRow& row : rows.brakes(login_digest(whose))) rows.remove_brake(row);
  });
  return {};
}

std::optional<Refusal> Accounts::end_sessions(const Actor& by, std::string_view person, Instant now) {
  if (auto refusal = refused_to_administer(by, person, now)) return refusal;
  desk_.store().write([&](Writing& writing) {
    AccountRows& rows = writing.accounts();
    for (const SessionRow& row : rows.sessions(person)) rows.remove_session(row.digest);
  });
  return {};
}

std::variant<Accounts::NewToken, Refusal> Accounts::add_token(const Actor& by, TokenRow wanted, Instant now) {
  if (auto refusal = refused_to_administer(by, wanted.person, now)) return *std::move(refusal);
  if (wanted.name.empty() || wanted.name.size() > longest_name)
    return bad_field("token_name", mark("say with --name what the token is for (at most 100 bytes)"));
  if (wanted.expires_at <= now || wanted.expires_at - now > policy_.longest_token_life)
    return bad_field("token_life", mark("a token ends after now and within a year; say when with --until"));
  const auto secret = new_secret();
  wanted.digest = digest_of_secret(secret);
  wanted.id = new_secret().substr(0, 12);
  wanted.created_at = now;
  wanted.created_by = by.person;
  desk_.store().write([&](Writing& writing) { writing.accounts().put_token(wanted); });
  return NewToken{secret, wanted};
}

std::optional<Refusal> Accounts::revoke_token(const Actor& by, std::string_view id, Instant now) {
  for (const TokenRow& row : tokens(by)) {
    if (row.id != id) continue;
    if (auto refusal = refused_to_administer(by, row.person, now)) return refusal;
    desk_.store().write([&](Writing& writing) { writing.accounts().remove_token(row.digest); });
    return {};
  }
  return no_such("no_such_token", mark("there is no token \"{0}\"; `maotiao account token list` shows them"), id);
}

std::vector<AccountLine> Accounts::accounts(const Actor& by, Instant now) {
  std::vector<AccountLine> lines;
  desk_.store().read([&](Reading& reading) {
    AccountRows& rows = reading.accounts();
    const auto world = desk_.world(reading);
    const auto all_tokens = rows.tokens();
    for (const Person& person : world->people()) {
      if (!desk_.process().reaches(by, Purpose::Acting, person.centre, world->centres())) continue;
      AccountLine& line = lines.emplace_back(line_of(rows, person, now));
      for (const SessionRow& row : rows.sessions(person.id)) line.sessions += stands(row, &person, now) ? 1 : 0;
      line.tokens = std::count_if(all_tokens.begin(), all_tokens.end(),
                                  [&](const TokenRow& row) { return row.person == person.id && now < row.expires_at; });
      line.delay = delay_of(rows, person, policy_, now);
    }
  });
  return lines;
}

std::vector<TokenRow> Accounts::tokens(const Actor& by) {
  std::vector<TokenRow> found;
  desk_.store().read([&](Reading& reading) {
    const auto world = desk_.world(reading);
    for (TokenRow& row : reading.accounts().tokens()) {
      const Person* person = world->person(row.person);
      if (person != nullptr && desk_.process().reaches(by, Purpose::Acting, person->centre, world->centres()))
        found.push_back(std::move(row));
    }
  });
  return found;
}

}  // namespace engine
