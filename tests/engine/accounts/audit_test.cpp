#include "tests/engine/accounts/front_door.hpp"

using namespace engine;
using toy::Door;

TEST_CASE("each failed sign-in is in the audit trail with its reason and address, never with what was typed") {
  Door door;
  door.out("li", "secret typed wrong");
  door.out("my-password-in-the-wrong-field", "x");
  door.out("he", "y");
  const auto attempts = door.attempts();
  REQUIRE(attempts.size() == 3);
  CHECK(attempts[0].person == "li");
  CHECK(attempts[0].action == "sign_in");
  CHECK(attempts[0].reason == "wrong_password 10.0.0.1");
  CHECK(attempts[1].person.empty());
  CHECK(attempts[1].reason == "unknown_login 10.0.0.1");
  CHECK(attempts[2].reason == "no_password 10.0.0.1");
}

TEST_CASE("a flood of refused attempts leaves a line a minute and address, with how many it stands for") {
  Door door;
  for (int i = 0; i < 4; ++i) door.out("li");
  for (int i = 0; i < 1000; ++i) door.out("li");
  CHECK(door.attempts().size() == 5);
  CHECK(door.attempts().back().reason == "too_many 10.0.0.1 x1");
  door.counted.writes = 0;
  for (int i = 0; i < 1000; ++i) door.out("li");
  CHECK(door.counted.writes == 0);  // a flood costs no write
  door.advance(Seconds{60});
  for (int i = 0; i < 20; ++i) static_cast<void>(door.attempt("li", "guess"));
  const auto attempts = door.attempts();
  CHECK(std::any_of(attempts.begin(), attempts.end(),
                    [](const Attempt& each) { return each.reason == "too_many 10.0.0.1 x2000"; }));
}

TEST_CASE("an unknown or ended token, and whatever a window refuses by itself, is in the audit trail") {
  Door door;
  CHECK_FALSE(door.accounts.by_token(std::string(64, '1'), "10.0.0.5", door.now));
  CHECK_FALSE(door.accounts.by_token("forged", "10.0.0.6", door.now));
  door.accounts.note_refused("li", "step", "no_csrf", "10.0.0.7", door.now);
  const auto attempts = door.attempts();
  REQUIRE(attempts.size() == 3);
  CHECK(attempts[0].reason == "unknown_token 10.0.0.5 x1");
  CHECK(attempts[1].action == "token");
  CHECK(attempts[2].reason == "no_csrf 10.0.0.7 x1");
}

TEST_CASE("what an administrator does to accounts, and what is refused, is in the audit trail") {
  Door door;
  auto& accounts = door.accounts;
  CHECK_FALSE(accounts.set_password(door.admin, "li", toy::other_password, door.now));
  CHECK_FALSE(accounts.unlock(door.admin, "li", door.now));
  CHECK_FALSE(accounts.end_sessions(door.admin, "zhao", door.now));
  TokenRow wanted;
  wanted.person = "zhao";
  wanted.name = "ledger";
  wanted.expires_at = door.now + std::chrono::hours{1};
  const auto made = std::get<Accounts::NewToken>(accounts.add_token(door.admin, wanted, door.now));
  CHECK_FALSE(accounts.revoke_token(door.admin, made.row.id, door.now));
  std::vector<std::string> done;
  for (const auto& act : accounts.acts(door.admin, 10)) done.push_back(act.person + " " + act.action + " " + act.about);
  CHECK(done == std::vector<std::string>{"he revoke_token zhao", "he add_token zhao", "he end_sessions zhao",
                                         "he unlock li", "he password li"});
  CHECK(accounts.acts(door.admin, 10)[1].detail == made.row.id + " ledger");
  CHECK(door.attempts().empty());
  CHECK(accounts.set_password(door.admin, "li", "short", door.now).has_value());
  CHECK(accounts.unlock(door.admin, "nobody", door.now).has_value());
  CHECK(accounts.revoke_token(door.admin, "none", door.now).has_value());
  CHECK(door.attempts().size() == 3);
  CHECK(accounts.acts(door.admin, 10).size() == 5);
}

TEST_CASE("a locked account sounds like one without a password, and nothing of it goes on") {
  Door door;
  const auto session = door.in("li");
  TokenRow wanted;
  wanted.name = "own";
  wanted.expires_at = door.now + std::chrono::hours{1};
  const auto token =
      std::get<Accounts::NewToken>(door.accounts.add_own_token({"li", "town", {"clerk"}}, wanted, door.now));
  CHECK(door.accounts.by_token(token.secret, "10.0.0.1", door.now));
  CHECK_FALSE(door.accounts.lock(door.admin, "li", door.now));
  CHECK_FALSE(door.stands(session.token));
  CHECK_FALSE(door.accounts.by_token(token.secret, "10.0.0.1", door.now));
  for (const auto* password : {"", "x"}) CHECK(door.out("li", password).why == NotSigned::Why::Wrong);
  CHECK(door.out("li", toy::good_password).why == NotSigned::Why::Wrong);
  CHECK(door.attempts().back().reason == "no_password 10.0.0.1");
  CHECK_FALSE(door.accounts.set_password(door.admin, "li", toy::other_password, door.now));
  door.advance(Seconds{60});
  CHECK(door.in("li", {"10.0.0.1"}, toy::other_password).session.must_change);
}

TEST_CASE("a person's own tokens are seen and ended by that person alone") {
  Door door;
  const Actor li{"li", "town", {}}, zhao{"zhao", "town", {}};
  TokenRow wanted;
  wanted.person = "zhao";  // whatever is asked for, it acts for who asks
  wanted.name = "own";
  wanted.expires_at = door.now + std::chrono::hours{1};
  const auto made = std::get<Accounts::NewToken>(door.accounts.add_own_token(li, wanted, door.now));
  CHECK(made.row.person == "li");
  CHECK(door.accounts.own_tokens("zhao").empty());
  CHECK(door.accounts.revoke_own_token(zhao, made.row.id, door.now)->code == "no_such_token");
  CHECK(door.accounts.own_tokens("li").size() == 1);
  CHECK_FALSE(door.accounts.revoke_own_token(li, made.row.id, door.now));
  CHECK(door.accounts.own_tokens("li").empty());
}
