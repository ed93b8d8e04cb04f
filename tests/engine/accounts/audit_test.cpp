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
