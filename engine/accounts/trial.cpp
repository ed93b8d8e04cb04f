#include "engine/accounts/trial.hpp"

#include "engine/accounts/secret.hpp"

#include <algorithm>

namespace engine {
namespace {

/// By id, else by login; a login that two people have is nobody's.
std::optional<Person> claimed(const World& world, std::string_view login, Instant now) {
  std::optional<Person> found;
  int others = 0;
  for (const Person& person : world.people()) {
    if (person.id == login) {
      found = person;
      others = 0;
      break;
    }
    if (person.login.empty() || person.login != login) continue;
    others += found ? 1 : 0;
    found = person;
  }
  return found && others == 0 && in_service(*found, now) ? found : std::nullopt;
}

Trust trust_of(const std::vector<KnownPlace>& places, const Attempter& who, Instant now, Seconds memory) {
  auto trust = Trust::Stranger;
  for (const KnownPlace& place : places) {
    if (now - place.seen_at > memory) continue;
    if (place.kind == KnownPlace::Kind::Device && place.place == who.device) return Trust::KnownDevice;
    if (place.kind == KnownPlace::Kind::Address && place.place == who.address) trust = Trust::KnownAddress;
  }
  return trust;
}

}  // namespace

std::string login_digest(const Person& person) { return digest_of_secret("person " + person.id); }

std::string standing_of(const Person& person) {
  std::string standing = person.centre + "|" + person.login;
  for (const std::string& role : person.roles) standing += "|" + role;
  return standing;
}

Seconds wait_at(AccountRows& rows, const std::vector<Brake>& brakes, Instant now) {
  Seconds longest{0};
  for (const Brake& brake : brakes)
    longest = std::max(longest, brake.wait(rows.brake(brake.key.kind, brake.key.login, brake.key.place), now));
  return longest;
}

void refund(AccountRows& rows, const std::vector<Brake>& brakes, Instant now) {
  for (const Brake& brake : brakes) {
    const auto row = brake.refunded(rows.brake(brake.key.kind, brake.key.login, brake.key.place), now);
    row ? rows.put_brake(*row) : rows.remove_brake(brake.key);
  }
}

Brake change_brake(const Person& person, const AccountPolicy& policy) {
  return {{"change", login_digest(person), "", 0, {}}, policy.pair};
}

// The same reads whether the login is known or not.
Accounts::Trial Accounts::trial_of(Reading& reading, std::string_view login, const Place& place, Instant now) {
  Trial trial;
  trial.person = claimed(*desk_.world(reading), login, now);
  AccountRows& rows = reading.accounts();
  trial.password = rows.password(trial.name());
  if (trial.password && trial.password->hash.empty()) trial.password.reset();  // locked
  trial.who.login = trial.person ? login_digest(*trial.person) : digest_of_secret("login " + std::string(login));
  trial.who.address = address_key(place.address);
  if (is_secret(place.device)) trial.who.device = digest_of_secret(place.device);
  trial.who.trust = trust_of(rows.places(trial.name()), trial.who, now, policy_.place_memory);
  trial.brakes = brakes_of(trial.who, policy_);
  return trial;
}

}  // namespace engine
