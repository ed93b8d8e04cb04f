#pragma once

#include "engine/accounts/accounts.hpp"

namespace engine {

/// One attempt to sign in: who it would be, and what it meets on the way. A login that nobody has is tried the same
/// way.
struct Accounts::Trial {
  std::optional<Person> person;  // in service
  std::optional<PasswordRow> password;
  Attempter who;
  std::vector<Brake> brakes;

  [[nodiscard]] std::string name() const { return person ? person->id : std::string(); }
};

/// How the failures at one person's login are counted.
[[nodiscard]] std::string login_digest(const Person& person);

/// What the person is as far as a session depends on it: when it changes the session is over.
[[nodiscard]] std::string standing_of(const Person& person);

/// How long the stored brakes make an attempt wait.
[[nodiscard]] Seconds wait_at(AccountRows& rows, const std::vector<Brake>& brakes, Instant now);

/// Takes back what an attempt was charged that turned out well.
void refund(AccountRows& rows, const std::vector<Brake>& brakes, Instant now);

/// The brake on guessing the old password from within a session.
[[nodiscard]] Brake change_brake(const Person& person, const AccountPolicy& policy);

}  // namespace engine
