#include "engine/accounts/secret.hpp"
#include "engine/accounts/trial.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace engine {
namespace {

constexpr const char* sign_in_action = "sign_in";
constexpr Seconds busy_pause{1};
constexpr std::size_t longest_hashed = 1024;  // bytes; longer words are wrong anyway and must cost no more
constexpr unsigned charges_between_trims = 256;

/// The places of one kind, latest first.
std::vector<KnownPlace> latest_first(std::vector<KnownPlace> places, KnownPlace::Kind kind) {
  std::erase_if(places, [&](const KnownPlace& place) { return place.kind != kind; });
  std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.seen_at > b.seen_at; });
  return places;
}

void keep_place(AccountRows& rows, const KnownPlace& place, std::size_t most) {
  rows.put_place(place);
  const auto places = latest_first(rows.places(place.person), place.kind);
  for (std::size_t i = most; i < places.size(); ++i) rows.remove_place(places[i]);
}

std::string cut(const std::string& text, std::size_t most) { return text.substr(0, most); }

}  // namespace

Accounts::Accounts(Desk& desk, const PasswordHash& hash, AccountPolicy policy)
    : desk_(desk), hash_(hash), policy_(policy), seats_(policy.most_hashes_at_once, policy.most_waiting) {}

std::variant<Signed, NotSigned> Accounts::sign_in(std::string_view login, std::string_view password, const Place& place,
                                                  Instant now) {
  Trial trial;
  Seconds wait{0};
  desk_.store().read([&](Reading& reading) {
    trial = trial_of(reading, login, place, now);
    wait = wait_at(reading.accounts(), trial.brakes, now);
  });
  if (wait > Seconds{0}) return slowed(trial.name(), trial.who.address, wait, now);
  return judge(std::move(trial), password, place, now);
}

// Charged before it is judged: many attempts at once are counted like as many in a row.
std::variant<Signed, NotSigned> Accounts::judge(Trial trial, std::string_view password, const Place& place,
                                                Instant now) {
  const auto seat = seats_.take(trial.who.trust == Trust::KnownDevice);
  if (!seat) return NotSigned{NotSigned::Why::Busy, busy_pause};
  if (const auto wait = charge(trial.brakes, now); wait > Seconds{0})
    return slowed(trial.name(), trial.who.address, wait, now);
  const std::string& hash = trial.password ? trial.password->hash : hash_.nobodys();
  const bool fits = hash_.fits(hash, password.substr(0, longest_hashed));
  if (!fits || !trial.password || password.size() > longest_hashed) return wrong(trial, now);
  if (auto begun = begin(trial, password, place, now)) return *std::move(begun);
  return wrong(trial, now);
}

Seconds Accounts::charge(const std::vector<Brake>& brakes, Instant now) {
  Seconds wait{0};
  desk_.store().write([&](Writing& writing) {
    AccountRows& rows = writing.accounts();
    wait = wait_at(rows, brakes, now);
    if (wait > Seconds{0}) return;
    for (const Brake& brake : brakes)
      rows.put_brake(brake.charged(rows.brake(brake.key.kind, brake.key.login, brake.key.place), now));
    if (charges_++ % charges_between_trims == 0) rows.trim_brakes(now - policy_.pair.memory, policy_.most_brakes);
  });
  return wait;
}

NotSigned Accounts::slowed(const std::string& person, std::string_view address, Seconds wait, Instant now) {
  note_refused(person, sign_in_action, "too_many", address, now);
  return {NotSigned::Why::TooMany, wait};
}

NotSigned Accounts::wrong(const Trial& trial, Instant now) {
  const char* why = !trial.person ? "unknown_login" : !trial.password ? "no_password" : "wrong_password";
  desk_.store().write([&](Writing& writing) {
    writing.note_attempt({trial.name(), sign_in_action, {}, fmt::format("{} {}", why, trial.who.address), now});
  });
  return {NotSigned::Why::Wrong, Seconds{0}};
}

// Nothing if person or password changed while the password was hashed.
std::optional<Signed> Accounts::begin(const Trial& trial, std::string_view password, const Place& place, Instant now) {
  auto row = *trial.password;
  if (hash_.is_outdated(row.hash)) row.hash = hash_.make(password);
  std::optional<Signed> begun;
  desk_.store().write([&](Writing& writing) {
    AccountRows& rows = writing.accounts();
    const auto world = desk_.world(writing);
    const Person* person = world->person(row.person);
    if (person == nullptr || !in_service(*person, now) || rows.password(row.person) != trial.password) return;
    if (row != *trial.password) rows.put_password(row);
    refund(rows, trial.brakes, now);
    begun = new_session(rows, *person, row.must_change, place, now);
    begun->device = keep_places(rows, trial, place, now);
  });
  return begun;
}

// A device that is known keeps its cookie; any other gets a new one, whatever it brought along.
std::string Accounts::keep_places(AccountRows& rows, const Trial& trial, const Place& place, Instant now) {
  const bool known = trial.who.trust == Trust::KnownDevice;
  const auto device = known ? place.device : new_secret();
  const auto person = trial.name();
  keep_place(rows, {person, KnownPlace::Kind::Device, digest_of_secret(device), now}, policy_.most_places);
  keep_place(rows, {person, KnownPlace::Kind::Address, trial.who.address, now}, policy_.most_places);
  return device;
}

Signed Accounts::new_session(AccountRows& rows, const Person& person, bool must_change, const Place& place,
                             Instant now) {
  auto old = rows.sessions(person.id);
  std::size_t left = old.size();
  for (const SessionRow& row : old) {
    if (stands(row, &person, now) && left < policy_.most_sessions) continue;
    rows.remove_session(row.digest);
    --left;
  }
  const auto token = new_secret();
  const SessionRow row{
      digest_of_secret(token), new_secret().substr(0, 16), person.id, standing_of(person), must_change, now, now,
      cut(place.address, 64),  cut(place.agent, 200)};
  rows.put_session(row);
  return {token, {}, session_of(row, person, token)};
}

void Accounts::note_refused(std::string_view person, std::string_view action, std::string_view why,
                            std::string_view address, Instant now) {
  const auto key = address_key(address);
  const auto times = refused_.count(key, now, policy_.note_again);
  if (!times) return;
  desk_.store().write([&](Writing& writing) {
    writing.note_attempt(
        {std::string(person), std::string(action), {}, fmt::format("{} {} x{}", why, key, *times), now});
  });
}

}  // namespace engine
