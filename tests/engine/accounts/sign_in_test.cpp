#include "engine/accounts/secret.hpp"
#include "tests/engine/accounts/front_door.hpp"

#include <fstream>
#include <sstream>

using namespace engine;
using toy::Door;
using toy::good_password;
using Why = NotSigned::Why;

TEST_CASE("a person signs in by login or id and is who the roster says") {
  Door door;
  for (const char* name : {"li.login", "li"}) {
    const auto signed_in = door.in(name);
    const auto session = door.accounts.who_is(signed_in.token, door.now);
    REQUIRE(session);
    CHECK(session->actor.person == "li");
    CHECK(session->actor.centre == "town");
    CHECK(session->actor.roles == std::vector<std::string>{"clerk"});
    CHECK(session->csrf == signed_in.session.csrf);
    CHECK_FALSE(session->must_change);
  }
}

TEST_CASE("each sign-in gives a new token, whatever the browser brought: no session is fixed beforehand") {
  Door door;
  const auto first = door.in("li");
  const auto second = door.in("li", {"10.0.0.1", first.device});
  const auto planted = door.in("li", {"10.0.0.1", std::string(64, 'a')});
  CHECK(first.token != second.token);
  CHECK(first.session.csrf != second.session.csrf);
  CHECK(first.session.id != second.session.id);
  CHECK(second.device == first.device);           // a device that is known keeps its cookie
  CHECK(planted.device != std::string(64, 'a'));  // one that was made up does not become known
  CHECK(is_secret(planted.token));
}

TEST_CASE("an unknown login, one without a password and a wrong password cost and sound the same") {
  Door door;
  for (const char* name : {"nobody", "he", "li"}) {
    INFO(name);
    door.hash.asked = 0;
    door.counted.writes = 0;
    const auto answer = door.out(name, "some wrong password", {"10.0.0." + std::to_string(name[0])});
    CHECK(answer.why == Why::Wrong);
    CHECK(answer.retry_after == Seconds{0});
    CHECK(door.hash.asked == 1);
    CHECK(door.counted.writes == 2);
  }
}

TEST_CASE("an unknown login is slowed down exactly like a known one") {
  Door door;
  std::vector<std::pair<Why, Seconds>> known, unknown;
  for (int i = 0; i < 9; ++i) {
    const auto a = door.out("li", "wrong password", {"10.0.0.1"});
    const auto b = door.out("nobody", "wrong password", {"10.0.0.2"});
    known.emplace_back(a.why, a.retry_after);
    unknown.emplace_back(b.why, b.retry_after);
    door.advance(Seconds{i});
  }
  CHECK(known == unknown);
}

TEST_CASE("a password longer than anybody's costs no more than any other and is wrong") {
  Door door;
  CHECK(door.out("li", good_password + std::string(1 << 20, 'x')).why == Why::Wrong);
  CHECK(door.hash.asked == 1);
}

TEST_CASE("nobody signs in before the term begins or after it has ended, nor with a login that two people have") {
  Door door;
  door.change_person([&](Person& person) { person.until = door.now; });
  CHECK(door.out("li", good_password).why == Why::Wrong);
  door.change_person([&](Person& person) { person.until.reset(), person.from = door.now + Seconds{1}; });
  CHECK(door.out("li", good_password).why == Why::Wrong);
  door.change_person([&](Person& person) { person.from.reset(); });
  door.in("li.login");
  door.counted.write([&](Writing& writing) {
    writing.put_person({"twin", "李某", "li.login", "town", "", "", {"clerk"}, false, {}, {}});
  });
  CHECK(door.out("li.login", good_password).why == Why::Wrong);
  door.in("li");
}

TEST_CASE("a hash made with older parameters is made anew at the next sign-in") {
  Door door;
  class Old : public toy::CountingHash {
   public:
    [[nodiscard]] bool fits(const std::string& hash, std::string_view password) const override {
      return CountingHash::fits(hash.starts_with("old:") ? "toy:" + hash.substr(4) : hash, password);
    }
  } old;
  Accounts accounts(door.desk, old);
  door.counted.write([&](Writing& writing) {
    const auto made = old.make(good_password);
    writing.accounts().put_password({"li", "old:" + made.substr(4), false, door.now, "he"});
  });
  CHECK(std::holds_alternative<Signed>(accounts.sign_in("li", good_password, {"10.0.0.1"}, door.now)));
  door.counted.read(
      [&](Reading& reading) { CHECK(reading.accounts().password("li")->hash == old.make(good_password)); });
}

TEST_CASE("no token, cookie or password is in the database in clear") {
  const toy::Folder folder;
  storage::Options options;
  options.create = true;
  storage::SqliteStore store(folder.file("centre.db"), options);
  toy::FrontDoor door(store);
  const auto signed_in = door.in("li");
  TokenRow wanted;
  wanted.person = "li";
  wanted.name = "ledger";
  wanted.expires_at = door.now + std::chrono::hours(1);
  const auto token = std::get<Accounts::NewToken>(door.accounts.add_token(door.admin, wanted, door.now));
  CHECK_FALSE(door.accounts.set_password(door.admin, "zhao", toy::other_password, door.now));
  for (const char* name : {"centre.db", "centre.db-wal"}) {
    std::ifstream file(folder.file(name), std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    const auto text = bytes.str();
    for (const auto& secret :
         {signed_in.token, signed_in.device, signed_in.session.csrf, token.secret, good_password, toy::other_password})
      CHECK(text.find(secret) == std::string::npos);
  }
  CHECK(door.stands(signed_in.token));
}

TEST_CASE("what follows from a secret is HMAC-SHA256 (RFC 4231, case 2)") {
  CHECK(derived_secret("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(is_secret(new_secret()));
  CHECK(new_secret() != new_secret());
  CHECK_FALSE(is_secret(std::string(64, 'A')));
  CHECK_FALSE(is_secret(""));
  CHECK(same_secret("abc", "abc"));
  CHECK_FALSE(same_secret("abc", "abd"));
  CHECK_FALSE(same_secret("abc", "ab"));
}
