#include "tests/engine/accounts/front_door.hpp"

using namespace engine;
using std::chrono::hours;
using toy::Door;

namespace {

TokenRow wanted(const Door& door, bool writes = false) {
  TokenRow row;
  row.person = "li";
  row.name = "nightly ledger";
  row.writes = writes;
  row.expires_at = door.now + hours(24);
  return row;
}

Accounts::NewToken added(Door& door, bool writes = false) {
  auto answer = door.accounts.add_token(door.admin, wanted(door, writes), door.now);
  if (const auto* refusal = std::get_if<Refusal>(&answer)) FAIL(refusal->code);
  return std::get<Accounts::NewToken>(answer);
}

}  // namespace

TEST_CASE("a program acts by a token for a person, with that person's roles of today, to read or to write") {
  Door door;
  const auto reads = added(door), writes = added(door, true);
  const auto reader = door.accounts.by_token(reads.secret, "10.0.0.1", door.now);
  REQUIRE(reader);
  CHECK(reader->actor.person == "li");
  CHECK_FALSE(reader->writes);
  CHECK(reader->name == "nightly ledger");
  CHECK(door.accounts.by_token(writes.secret, "10.0.0.1", door.now)->writes);
  door.change_person([](Person& person) { person.roles = {"guest"}; });
  CHECK(door.accounts.by_token(reads.secret, "10.0.0.1", door.now)->actor.roles == std::vector<std::string>{"guest"});
}

TEST_CASE("a token for the calendar opens the calendar and nothing else, and no other token opens it") {
  Door door;
  auto row = wanted(door);
  row.feed = true;
  const auto feed = std::get<Accounts::NewToken>(door.accounts.add_token(door.admin, row, door.now));
  const auto program = added(door);
  CHECK(door.accounts.by_feed_token(feed.secret, "10.0.0.1", door.now)->person == "li");
  CHECK_FALSE(door.accounts.by_token(feed.secret, "10.0.0.1", door.now));
  CHECK_FALSE(door.accounts.by_feed_token(program.secret, "10.0.0.1", door.now));
  CHECK_FALSE(door.accounts.by_feed_token("", "10.0.0.1", door.now));
  CHECK_FALSE(door.accounts.revoke_token(door.admin, feed.row.id, door.now));
  CHECK_FALSE(door.accounts.by_feed_token(feed.secret, "10.0.0.1", door.now));
}

TEST_CASE("a token ends when it expires, is revoked, or its person's service ends") {
  Door door;
  const auto expiring = added(door), revoked = added(door), orphaned = added(door);
  CHECK_FALSE(door.accounts.revoke_token(door.admin, revoked.row.id, door.now));
  CHECK_FALSE(door.accounts.by_token(revoked.secret, "10.0.0.1", door.now));
  CHECK(door.accounts.revoke_token(door.admin, "no such", door.now)->code == "no_such_token");
  CHECK(door.accounts.revoke_token(door.village_admin, expiring.row.id, door.now)->code == "no_such_token");
  door.advance(hours(24) - Seconds{1});
  CHECK(door.accounts.by_token(expiring.secret, "10.0.0.1", door.now));
  door.advance(Seconds{1});
  CHECK_FALSE(door.accounts.by_token(expiring.secret, "10.0.0.1", door.now));
  door.advance(-hours(1));
  CHECK(door.accounts.by_token(orphaned.secret, "10.0.0.1", door.now));
  door.change_person([&](Person& person) { person.until = door.now; });
  CHECK_FALSE(door.accounts.by_token(orphaned.secret, "10.0.0.1", door.now));
}

TEST_CASE("a token needs a name and an end within a year, and a person who is reached") {
  Door door;
  auto row = wanted(door);
  row.name.clear();
  CHECK(std::get<Refusal>(door.accounts.add_token(door.admin, row, door.now)).code == "token_name");
  row = wanted(door);
  row.expires_at = door.now;
  CHECK(std::get<Refusal>(door.accounts.add_token(door.admin, row, door.now)).code == "token_life");
  row.expires_at = door.now + hours(24 * 400);
  CHECK(std::get<Refusal>(door.accounts.add_token(door.admin, row, door.now)).code == "token_life");
  CHECK(std::get<Refusal>(door.accounts.add_token(door.village_admin, wanted(door), door.now)).code ==
        "no_such_person");
}

TEST_CASE("a session's token is no API token and the other way round") {
  Door door;
  const auto session = door.in("li").token;
  const auto token = added(door).secret;
  CHECK_FALSE(door.accounts.by_token(session, "10.0.0.1", door.now));
  CHECK_FALSE(door.stands(token));
}

TEST_CASE("using a token writes at most once an hour") {
  Door door;
  const auto token = added(door).secret;
  door.counted.writes = 0;
  for (int i = 0; i < 100; ++i) CHECK(door.accounts.by_token(token, "10.0.0.1", door.now));
  CHECK(door.counted.writes == 1);
  CHECK(door.accounts.tokens(door.admin).front().used_at == door.now);
  door.advance(hours(1));
  CHECK(door.accounts.by_token(token, "10.0.0.1", door.now));
  CHECK(door.counted.writes == 2);
}
