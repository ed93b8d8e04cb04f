#include "engine/accounts/password_rules.hpp"
#include "engine/accounts/secret.hpp"
#include "engine/accounts/trial.hpp"
#include "engine/error.hpp"
#include "engine/mark.hpp"

#include <algorithm>

namespace engine {
namespace {

constexpr std::string_view csrf_purpose = "csrf";
constexpr Seconds token_write_back = std::chrono::hours{1};

Actor actor_of(const Person& person) { return {person.id, person.centre, person.roles}; }

/// Keeping a time must not fail a request that only reads: on a full disk, say, the next minute tries again.
template <class Work>
void write_if_possible(Store& store, Work&& work) {
  try {
    store.write([&](Writing& writing) { work(writing.accounts()); });
  } catch (const Error&) {
    return;
  }
}

}  // namespace

bool Accounts::stands(const SessionRow& row, const Person* person, Instant now) const {
  return person != nullptr && in_service(*person, now) && row.standing == standing_of(*person) &&
         now - row.seen_at < policy_.idle_limit && now - row.created_at < policy_.absolute_limit;
}

Session Accounts::session_of(const SessionRow& row, const Person& person, std::string_view token) const {
  Session session;
  session.id = row.id;
  session.actor = actor_of(person);
  if (row.must_change) session.actor.roles.clear();
  session.csrf = derived_secret(token, csrf_purpose);
  session.must_change = row.must_change;
  session.created_at = row.created_at;
  session.seen_at = row.seen_at;
  session.ends_at = std::min<Instant>(row.seen_at + policy_.idle_limit, row.created_at + policy_.absolute_limit);
  return session;
}

std::optional<Session> Accounts::who_is(std::string_view token, Instant now) {
  if (!is_secret(token)) return {};
  const auto digest = digest_of_secret(token);
  std::optional<Session> session;
  desk_.store().read([&](Reading& reading) {
    AccountRows& rows = reading.accounts();
    const auto revision = rows.revision();
    auto row = verified_.session(revision, digest);
    if (!row && (row = rows.session(digest))) verified_.keep(revision, *row);
    if (!row) return;
    const auto world = desk_.world(reading);
    const Person* person = world->person(row->person);
    if (stands(*row, person, now)) session = session_of(*row, *person, token);
  });
  if (session) keep_seen(digest, now);
  return session;
}

void Accounts::keep_seen(const std::string& digest, Instant now) {
  if (!verified_.seen(digest, now, policy_.write_back)) return;
  write_if_possible(desk_.store(), [&](AccountRows& rows) { rows.touch_session(digest, now); });
}

void Accounts::sign_out(std::string_view token) {
  if (!is_secret(token)) return;
  desk_.store().write([&](Writing& writing) { writing.accounts().remove_session(digest_of_secret(token)); });
}

std::optional<Bearer> Accounts::by_token(std::string_view bearer, std::string_view address, Instant now) {
  return bearer_of(bearer, false, address, now);
}

std::optional<Actor> Accounts::by_feed_token(std::string_view secret, std::string_view address, Instant now) {
  const auto found = bearer_of(secret, true, address, now);
  return found ? std::optional(found->actor) : std::nullopt;
}

std::optional<Bearer> Accounts::bearer_of(std::string_view secret, bool feed, std::string_view address, Instant now) {
  std::optional<TokenRow> row;
  std::optional<Bearer> found;
  const auto digest = is_secret(secret) ? digest_of_secret(secret) : std::string();
  desk_.store().read([&](Reading& reading) {
    AccountRows& rows = reading.accounts();
    const auto revision = rows.revision();
    row = verified_.token(revision, digest);
    if (!row && (row = rows.token(digest))) verified_.keep(revision, *row);
    const auto world = desk_.world(reading);
    const Person* person = row ? world->person(row->person) : nullptr;
    if (person != nullptr && in_service(*person, now) && now < row->expires_at && row->feed == feed)
      found = Bearer{actor_of(*person), row->writes, row->id, row->name};
  });
  if (!found) {
    note_refused(row ? row->person : "", "token",
                 !row                ? "unknown_token"
                 : row->feed != feed ? "token_of_other_use"
                                     : "token_ended",
                 address, now);
  } else if (verified_.used(digest, now, token_write_back)) {
    write_if_possible(desk_.store(), [&](AccountRows& rows) { rows.touch_token(digest, now); });
  }
  return found;
}

std::variant<Signed, NotSigned, Refusal> Accounts::change_password(std::string_view token, std::string_view old,
                                                                   std::string_view wanted, const Place& place,
                                                                   Instant now) {
  const auto session = who_is(token, now);
  if (!session) return NotSigned{};
  Trial trial;
  desk_.store().read([&](Reading& reading) { trial = trial_of(reading, session->actor.person, place, now); });
  if (!trial.person || !trial.password) return NotSigned{};
  if (auto refusal = refused_password(wanted, *trial.person, policy_)) return *std::move(refusal);
  if (old == wanted)
    return Refusal{
        Refusal::Kind::Field, "password_same", mark("the new password is the old one; choose another"), {}, {}, {}, {}};
  trial.brakes = {change_brake(*trial.person, policy_)};
  const auto seat = seats_.take(true);
  if (const auto wait = charge(trial.brakes, now); wait > Seconds{0})
    return slowed(trial.name(), trial.who.address, wait, now);
  if (!hash_.fits(trial.password->hash, old)) return wrong(trial, now);
  const PasswordRow row{trial.name(), hash_.make(wanted), false, now, trial.name()};
  Signed renewed;
  desk_.store().write([&](Writing& writing) {
    AccountRows& rows = writing.accounts();
    rows.put_password(row);
    refund(rows, trial.brakes, now);
    for (const SessionRow& each : rows.sessions(row.person)) rows.remove_session(each.digest);
    renewed = new_session(rows, *trial.person, false, place, now);
    renewed.device = place.device;
  });
  return renewed;
}

std::vector<SessionLine> Accounts::sessions(std::string_view person, Instant now) {
  std::vector<SessionLine> lines;
  desk_.store().read([&](Reading& reading) {
    const auto world = desk_.world(reading);
    for (const SessionRow& row : reading.accounts().sessions(person))
      if (stands(row, world->person(row.person), now))
        lines.push_back({row.id, row.person, row.address, row.agent, row.created_at, row.seen_at});
  });
  return lines;
}

bool Accounts::revoke_session(std::string_view person, std::string_view id) {
  bool ended = false;
  desk_.store().write([&](Writing& writing) {
    AccountRows& rows = writing.accounts();
    for (const SessionRow& row : rows.sessions(person)) {
      if (row.id != id) continue;
      rows.remove_session(row.digest);
      ended = true;
    }
  });
  return ended;
}

}  // namespace engine
