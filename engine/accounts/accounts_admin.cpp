#include "engine/accounts/password_rules.hpp"
#include "engine/accounts/secret.hpp"
#include "engine/accounts/trial.hpp"
#include "engine/mark.hpp"

#include <algorithm>

namespace engine {
namespace {

constexpr const char* account_action = "account";
constexpr std::size_t longest_noted = 64;

Refusal no_such_person(std::string_view person) {
  return {
      Refusal::Kind::NotFound, "no_such_person", mark("there is no person \"{0}\""), {std::string(person)}, {}, {}, {}};
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
    line.has_password = !password->hash.empty();
    line.locked = password->hash.empty();
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
  note(by, known ? "not_reached" : "no_such_person", person, now);
  return no_such_person(person);
}

void Accounts::note(const Actor& by, std::string_view why, std::string_view about, Instant now) {
  const auto reason = std::string(why) + " " + std::string(about.substr(0, longest_noted));
  desk_.store().write([&](Writing& writing) { writing.note_attempt({by.person, account_action, {}, reason, now}); });
}

std::optional<Refusal> Accounts::set_password(const Actor& by, std::string_view person, std::string_view password,
                                              Instant now) {
  if (auto refusal = refused_to_administer(by, person, now)) return refusal;
  Person whose;
  desk_.store().read([&](Reading& reading) { whose = *desk_.world(reading)->person(person); });
  if (auto refusal = refused_password(password, whose, policy_)) {
    note(by, refusal->code, person, now);
    return refusal;
  }
  const PasswordRow row{whose.id, hash_.make(password), true, now, by.person};
  desk_.store().write([&](Writing& writing) {
    AccountRows& rows = writing.accounts();
    rows.put_password(row);
    for (const SessionRow& session : rows.sessions(row.person)) rows.remove_session(session.digest);
    rows.note_act({by.person, "password", row.person, {}, now});
  });
  return {};
}

// A lock is a password that nobody has: signing in sounds and lasts as it does for who never had one.
std::optional<Refusal> Accounts::lock(const Actor& by, std::string_view person, Instant now) {
  if (auto refusal = refused_to_administer(by, person, now)) return refusal;
  desk_.store().write([&](Writing& writing) {
    AccountRows& rows = writing.accounts();
    rows.put_password({std::string(person), {}, false, now, by.person});
    for (const SessionRow& session : rows.sessions(person)) rows.remove_session(session.digest);
    for (const TokenRow& token : rows.tokens())
      if (token.person == person) rows.remove_token(token.digest);
    rows.note_act({by.person, "lock", std::string(person), {}, now});
  });
  return {};
}

std::optional<Refusal> Accounts::unlock(const Actor& by, std::string_view person, Instant now) {
  if (auto refusal = refused_to_administer(by, person, now)) return refusal;
  desk_.store().write([&](Writing& writing) {
    AccountRows& rows = writing.accounts();
    const Person whose = *desk_.world(writing)->person(person);
    for (const BrakeRow& row : rows.brakes(login_digest(whose))) rows.remove_brake(row);
    rows.note_act({by.person, "unlock", whose.id, {}, now});
  });
  return {};
}

std::optional<Refusal> Accounts::end_sessions(const Actor& by, std::string_view person, Instant now) {
  if (auto refusal = refused_to_administer(by, person, now)) return refusal;
  desk_.store().write([&](Writing& writing) {
    AccountRows& rows = writing.accounts();
    for (const SessionRow& row : rows.sessions(person)) rows.remove_session(row.digest);
    rows.note_act({by.person, "end_sessions", std::string(person), {}, now});
  });
  return {};
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

std::vector<AccountAct> Accounts::acts(const Actor& by, std::int64_t limit) {
  std::vector<AccountAct> found;
  desk_.store().read([&](Reading& reading) {
    const auto world = desk_.world(reading);
    for (AccountAct& act : reading.accounts().acts(limit)) {
      const Person* person = world->person(act.about.empty() ? act.person : act.about);
      if (person != nullptr && desk_.process().reaches(by, Purpose::Reading, person->centre, world->centres()))
        found.push_back(std::move(act));
    }
  });
  return found;
}

}  // namespace engine
