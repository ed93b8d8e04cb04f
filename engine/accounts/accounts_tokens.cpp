#include "engine/accounts/accounts.hpp"
#include "engine/accounts/secret.hpp"
#include "engine/mark.hpp"

#include <algorithm>

namespace engine {
namespace {

constexpr std::size_t longest_name = 100;

Refusal bad_field(const char* code, const char* message, const char* field) {
  return {Refusal::Kind::Field, code, message, {field}, {}, {}, {}};
}

Refusal no_such_token(std::string_view id) {
  return {Refusal::Kind::NotFound, "no_such_token", mark("there is no token \"{0}\""), {std::string(id)}, {}, {}, {}};
}

std::optional<Refusal> refused_token(const TokenRow& wanted, const AccountPolicy& policy, Instant now) {
  if (wanted.name.empty() || wanted.name.size() > longest_name)
    return bad_field("token_name", mark("say what the token is for ({0}; at most 100 bytes)"), "token_name");
  if (wanted.expires_at <= now || wanted.expires_at - now > policy.longest_token_life)
    return bad_field("token_life", mark("a token ends after now and within a year; say when ({0})"), "token_until");
  return {};
}

}  // namespace

std::variant<Accounts::NewToken, Refusal> Accounts::add_token(const Actor& by, TokenRow wanted, Instant now) {
  if (auto refusal = refused_to_administer(by, wanted.person, now)) return *std::move(refusal);
  return made_token(by, std::move(wanted), now);
}

std::variant<Accounts::NewToken, Refusal> Accounts::add_own_token(const Actor& by, TokenRow wanted, Instant now) {
  wanted.person = by.person;
  return made_token(by, std::move(wanted), now);
}

std::variant<Accounts::NewToken, Refusal> Accounts::made_token(const Actor& by, TokenRow wanted, Instant now) {
  if (auto refusal = refused_token(wanted, policy_, now)) {
    note(by, refusal->code, wanted.person, now);
    return *std::move(refusal);
  }
  const auto secret = new_secret();
  wanted.digest = digest_of_secret(secret);
  wanted.id = new_secret().substr(0, 12);
  wanted.created_at = now;
  wanted.created_by = by.person;
  desk_.store().write([&](Writing& writing) {
    writing.accounts().put_token(wanted);
    writing.accounts().note_act({by.person, "add_token", wanted.person, wanted.id + " " + wanted.name, now});
  });
  return NewToken{secret, wanted};
}

std::optional<Refusal> Accounts::revoke_token(const Actor& by, std::string_view id, Instant now) {
  const auto reached = tokens(by);
  const auto row = std::ranges::find(reached, id, &TokenRow::id);
  if (row == reached.end()) {
    if (auto refusal = desk_.denied(by, "account")) return refusal;
    note(by, "no_such_token", id, now);
    return no_such_token(id);
  }
  if (auto refusal = refused_to_administer(by, row->person, now)) return refusal;
  remove_token(by, *row, now);
  return {};
}

std::optional<Refusal> Accounts::revoke_own_token(const Actor& by, std::string_view id, Instant now) {
  const auto own = own_tokens(by.person);
  const auto row = std::ranges::find(own, id, &TokenRow::id);
  if (row == own.end()) return no_such_token(id);
  remove_token(by, *row, now);
  return {};
}

void Accounts::remove_token(const Actor& by, const TokenRow& row, Instant now) {
  desk_.store().write([&](Writing& writing) {
    writing.accounts().remove_token(row.digest);
    writing.accounts().note_act({by.person, "revoke_token", row.person, row.id + " " + row.name, now});
  });
}

std::vector<TokenRow> Accounts::own_tokens(std::string_view person) {
  std::vector<TokenRow> found;
  desk_.store().read([&](Reading& reading) {
    for (TokenRow& row : reading.accounts().tokens())
      if (row.person == person) found.push_back(std::move(row));
  });
  return found;
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
