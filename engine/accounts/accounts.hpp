#pragma once

#include "engine/accounts/brake.hpp"
#include "engine/accounts/hashing_seats.hpp"
#include "engine/accounts/password_hash.hpp"
#include "engine/accounts/policy.hpp"
#include "engine/accounts/rows.hpp"
#include "engine/accounts/verified.hpp"
#include "engine/desk.hpp"

#include <atomic>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace engine {

/// Where a request comes from.
struct Place {
  std::string address;   // as the connection says, or a proxy that is trusted
  std::string device{};  // the secret of the device cookie, empty if none came
  std::string agent{};   // what the browser calls itself, for the list of sessions
};

/// A session that stands. Until a first password has been changed the actor has no roles, so nothing is permitted.
struct Session {
  std::string id;
  Actor actor;
  std::string csrf;  // follows from the token (HMAC)
  bool must_change = false;
  Instant created_at, seen_at, ends_at;  // ends_at: the earlier of the idle and the absolute limit
};

/// A sign-in that was accepted. Tokens are new each time and are told only here.
struct Signed {
  std::string token;
  std::string device;  // the device cookie to keep
  Session session;
};

/// A sign-in that was not. An unknown login, a login without a password and a wrong password sound and last the same.
struct NotSigned {
  enum class Why { Wrong, TooMany, Busy };
  Why why = Why::Wrong;
  Seconds retry_after{0};  // TooMany, Busy
};

/// A program that acts for a person by a token.
struct Bearer {
  Actor actor;
  bool writes = false;
  std::string id, name;
};

/// A session in a list: without anything it could be taken over with.
struct SessionLine {
  std::string id, person, address, agent;
  Instant created_at, seen_at;
};

/// A person of the roster and the state of the account.
struct AccountLine {
  std::string person, login, name, centre;
  bool in_service = false, has_password = false, must_change = false, locked = false;
  std::optional<Instant> password_set_at;
  std::int64_t sessions = 0, tokens = 0;
  Seconds delay{0};  // the longest an attempt at this login would have to wait now
};

/// Who may come in: passwords, sessions and tokens of the people of the roster. The roster alone says who they are and
/// what they may do, at each request anew. Pure of HTTP. Thread-safe. Secrets are stored as SHA-256, passwords as the
/// port hashes them; each refused attempt is in the audit trail. Faults of the world throw engine::Error.
class Accounts {
 public:
  Accounts(Desk& desk, const PasswordHash& hash, AccountPolicy policy = {});

  /// By login name, or by the person's id.
  [[nodiscard]] std::variant<Signed, NotSigned> sign_in(std::string_view login, std::string_view password,
                                                        const Place& place, Instant now);
  /// The session of a token, if it stands. Does not write but once a minute, to keep the idle time.
  [[nodiscard]] std::optional<Session> who_is(std::string_view token, Instant now);
  /// Ends the session; an unknown token is no fault.
  void sign_out(std::string_view token);
  /// Who acts by an API token, if it stands: `Authorization: Bearer TOKEN`.
  [[nodiscard]] std::optional<Bearer> by_token(std::string_view bearer, std::string_view address, Instant now);
  /// Who reads the calendar of limits by a token for that alone, if it stands. Such a token opens nothing else, and no
  /// other token opens the calendar: its address is kept in many places.
  [[nodiscard]] std::optional<Actor> by_feed_token(std::string_view secret, std::string_view address, Instant now);
  /// Records an attempt that a window refused by itself (no CSRF token, say). Never more than one a minute and address.
  void note_refused(std::string_view person, std::string_view action, std::string_view why, std::string_view address,
                    Instant now);

  /// Changes the own password: needs the old one, ends all other sessions of the person, and gives this one new tokens.
  [[nodiscard]] std::variant<Signed, NotSigned, Refusal> change_password(std::string_view token, std::string_view old,
                                                                         std::string_view wanted, const Place& place,
                                                                         Instant now);
  /// The own sessions; revokes one by its id (false if it is not one of the person's).
  [[nodiscard]] std::vector<SessionLine> sessions(std::string_view person, Instant now);
  bool revoke_session(std::string_view person, std::string_view id);
  struct NewToken {
    std::string secret;  // shown once
    TokenRow row;
  };
  /// The own tokens, those that have ended included; a new one, which can do no more than the person; and its end.
  [[nodiscard]] std::vector<TokenRow> own_tokens(std::string_view person);
  [[nodiscard]] std::variant<NewToken, Refusal> add_own_token(const Actor& by, TokenRow wanted, Instant now);
  [[nodiscard]] std::optional<Refusal> revoke_own_token(const Actor& by, std::string_view id, Instant now);

  // What an administrator does for people of the centres reached. What was done and what was refused is recorded.
  /// What refuses it, if anything, before anything is asked for.
  [[nodiscard]] std::optional<Refusal> refused_to_administer(const Actor& by, std::string_view person, Instant now);
  /// Sets a first password, which must be changed at the next sign-in; ends all sessions of the person.
  [[nodiscard]] std::optional<Refusal> set_password(const Actor& by, std::string_view person, std::string_view password,
                                                    Instant now);
  /// Nobody signs in as this person, no session and no token goes on, until a first password is set again.
  [[nodiscard]] std::optional<Refusal> lock(const Actor& by, std::string_view person, Instant now);
  /// Forgets all delays at this person's login.
  [[nodiscard]] std::optional<Refusal> unlock(const Actor& by, std::string_view person, Instant now);
  [[nodiscard]] std::optional<Refusal> end_sessions(const Actor& by, std::string_view person, Instant now);
  [[nodiscard]] std::variant<NewToken, Refusal> add_token(const Actor& by, TokenRow wanted, Instant now);
  [[nodiscard]] std::optional<Refusal> revoke_token(const Actor& by, std::string_view id, Instant now);
  /// The accounts and tokens of the people that `by` reaches.
  [[nodiscard]] std::vector<AccountLine> accounts(const Actor& by, Instant now);
  [[nodiscard]] std::vector<TokenRow> tokens(const Actor& by);
  /// What was done to accounts of people that `by` may know of, and to channels by such people, of the last `limit`
  /// acts, the newest first.
  [[nodiscard]] std::vector<AccountAct> acts(const Actor& by, std::int64_t limit);

  [[nodiscard]] const AccountPolicy& policy() const { return policy_; }

 private:
  struct Trial;

  Trial trial_of(Reading& reading, std::string_view login, const Place& place, Instant now);
  std::variant<Signed, NotSigned> judge(Trial trial, std::string_view password, const Place& place, Instant now);
  Seconds charge(const std::vector<Brake>& brakes, Instant now);
  NotSigned slowed(const std::string& person, std::string_view address, Seconds wait, Instant now);
  NotSigned wrong(const Trial& trial, Instant now);
  std::optional<Signed> begin(const Trial& trial, std::string_view password, const Place& place, Instant now);
  std::string keep_places(AccountRows& rows, const Trial& trial, const Place& place, Instant now);
  Signed new_session(AccountRows& rows, const Person& person, bool must_change, const Place& place, Instant now);
  [[nodiscard]] bool stands(const SessionRow& row, const Person* person, Instant now) const;
  [[nodiscard]] Session session_of(const SessionRow& row, const Person& person, std::string_view token) const;
  std::variant<NewToken, Refusal> made_token(const Actor& by, TokenRow wanted, Instant now);
  void remove_token(const Actor& by, const TokenRow& row, Instant now);
  void note(const Actor& by, std::string_view why, std::string_view about, Instant now);
  void keep_seen(const std::string& digest, Instant now);
  std::optional<Bearer> bearer_of(std::string_view secret, bool feed, std::string_view address, Instant now);

  Desk& desk_;
  const PasswordHash& hash_;
  AccountPolicy policy_;
  Verified verified_;
  RefusedCounts refused_;
  HashingSeats seats_;
  std::atomic<unsigned> charges_ = 0;
};

}  // namespace engine
