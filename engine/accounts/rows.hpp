#pragma once

#include "engine/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// The password of a person of the roster.
struct PasswordRow {
  std::string person;
  std::string hash;  // names its own algorithm and parameters
  bool must_change = false;
  Instant set_at;
  std::string set_by;

  friend bool operator==(const PasswordRow&, const PasswordRow&) = default;
};

/// A session that was begun by a sign-in. The token itself is nowhere.
struct SessionRow {
  std::string digest;  // SHA-256 of the token
  std::string id;      // a public name for lists and revocation
  std::string person;
  std::string standing;  // what the person was when it began: centre, login, roles
  bool must_change = false;
  Instant created_at;
  Instant seen_at;  // to the minute
  std::string address;
  std::string agent;

  friend bool operator==(const SessionRow&, const SessionRow&) = default;
};

/// A device cookie (its SHA-256) or an address from which a person has signed in well.
struct KnownPlace {
  enum class Kind { Device, Address };

  std::string person;
  Kind kind = Kind::Device;
  std::string place;
  Instant seen_at;

  friend bool operator==(const KnownPlace&, const KnownPlace&) = default;
};

/// A token with which a program acts for a person.
struct TokenRow {
  std::string digest;  // SHA-256 of the token
  std::string id;
  std::string person;
  std::string name;  // what it is for
  bool writes = false;
  Instant created_at;
  std::string created_by;
  Instant expires_at;
  std::optional<Instant> used_at;  // to the hour
  bool feed = false;               // opens the calendar of limits and nothing else

  friend bool operator==(const TokenRow&, const TokenRow&) = default;
};

/// What slows attempts down, by what is counted: failures with the time of the last one, or the filling of a bucket.
struct BrakeRow {
  std::string kind;   // "pair", "device", "address", "login", "change"
  std::string login;  // digest of the login, empty where none counts
  std::string place;  // address or device digest, empty where none counts
  std::int64_t failures = 0;
  Instant at;

  friend bool operator==(const BrakeRow&, const BrakeRow&) = default;
};

/// What an administrator did to the account of a person, or to a channel by which messages leave the house: kept for
/// good.
struct AccountAct {
  std::string person;  // who did it
  std::string action;  // "password", "unlock", "end_sessions", "add_token", "revoke_token", "add_channel" ...
  std::string about;   // whose account; empty of a channel
  std::string detail;  // the token or the channel, say; never a secret
  Instant at;

  friend bool operator==(const AccountAct&, const AccountAct&) = default;
};

/// What is stored of accounts, within one transaction; the changing calls belong into Store::write.
class AccountRows {
 public:
  virtual ~AccountRows() = default;

  /// Grows with whatever may end a session or a token, so that what was verified once need not be read again.
  virtual std::int64_t revision() = 0;

  virtual std::optional<PasswordRow> password(std::string_view person) = 0;
  virtual std::vector<PasswordRow> passwords() = 0;  // in order of person
  virtual void put_password(const PasswordRow& row) = 0;

  virtual std::optional<SessionRow> session(std::string_view digest) = 0;
  virtual std::vector<SessionRow> sessions(std::string_view person) = 0;  // of all if empty; oldest first
  virtual void put_session(const SessionRow& row) = 0;
  virtual void touch_session(std::string_view digest, Instant seen_at) = 0;
  virtual void remove_session(std::string_view digest) = 0;

  virtual std::vector<KnownPlace> places(std::string_view person) = 0;
  virtual void put_place(const KnownPlace& row) = 0;
  virtual void remove_place(const KnownPlace& row) = 0;

  virtual std::optional<TokenRow> token(std::string_view digest) = 0;
  virtual std::vector<TokenRow> tokens() = 0;  // in order of creation
  virtual void put_token(const TokenRow& row) = 0;
  virtual void touch_token(std::string_view digest, Instant used_at) = 0;
  virtual void remove_token(std::string_view digest) = 0;

  virtual std::optional<BrakeRow> brake(std::string_view kind, std::string_view login, std::string_view place) = 0;
  virtual std::vector<BrakeRow> brakes(std::string_view login) = 0;
  virtual void put_brake(const BrakeRow& row) = 0;
  virtual void remove_brake(const BrakeRow& row) = 0;
  /// Forgets what was last touched before `before`, then the oldest until at most `most` are left.
  virtual void trim_brakes(Instant before, std::size_t most) = 0;

  virtual void note_act(const AccountAct& act) = 0;
  /// The newest first, at most `limit`.
  virtual std::vector<AccountAct> acts(std::int64_t limit) = 0;
};

}  // namespace engine
