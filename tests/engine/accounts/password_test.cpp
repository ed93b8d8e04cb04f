#include "engine/accounts/password_rules.hpp"
#include "tests/engine/accounts/front_door.hpp"

using namespace engine;
using toy::Door;

namespace {

std::string refused(std::string_view password) {
  const Person person{"li", "李某某李某某李某某李", "li.login.at.town", "town", "", "", {"clerk"}, true, {}, {}};
  const auto refusal = refused_password(password, person, {});
  return refusal ? refusal->code : "";
}

}  // namespace

TEST_CASE("a password has 10 to 128 characters, counted as characters; nothing is said of their kinds") {
  CHECK(refused("") == "password_too_short");
  CHECK(refused("123456789") == "password_too_short");
  CHECK(refused("柳树下的小石桥一二") == "password_too_short");
  CHECK(refused("柳树下的小石桥一二三").empty());
  CHECK(refused("all lower case words").empty());
  CHECK(refused(std::string(127, 'x') + "y").empty());
  CHECK(refused(std::string(128, 'x') + "y") == "password_too_long");
}

TEST_CASE("a password is not the login, the name, one letter over and over, or one of the worst") {
  CHECK(refused("li.login.at.town") == "password_is_login");
  CHECK(refused("LI.LOGIN.at.town") == "password_is_login");
  CHECK(refused("李某某李某某李某某李") == "password_is_login");
  CHECK(refused("1234567890") == "password_too_common");
  CHECK(refused("Password123") == "password_too_common");
  CHECK(refused("aaaaaaaaaaaa") == "password_too_common");
}

TEST_CASE("an administrator sets passwords of the people reached, and of nobody else") {
  Door door;
  const auto token = door.in("li").token;
  CHECK_FALSE(door.accounts.set_password(door.admin, "li", toy::other_password, door.now));
  CHECK_FALSE(door.stands(token));
  CHECK(door.accounts.set_password(door.admin, "li", "short", door.now)->code == "password_too_short");
  const auto before = door.attempts().size();
  CHECK(door.accounts.set_password(door.village_admin, "li", toy::other_password, door.now)->code == "no_such_person");
  CHECK(door.accounts.unlock(door.village_admin, "li", door.now)->code == "no_such_person");
  CHECK(door.accounts.end_sessions(door.village_admin, "li", door.now)->code == "no_such_person");
  CHECK(door.attempts().size() == before + 3);
  CHECK(door.accounts.set_password(door.admin, "nobody", toy::other_password, door.now)->code == "no_such_person");
  CHECK(door.accounts.set_password({"li", "town", {"guest"}}, "li", toy::other_password, door.now)->kind ==
        Refusal::Kind::NotPermitted);
  CHECK(door.accounts.accounts(door.village_admin, door.now).size() == 1);
}

TEST_CASE("the new password is another one than the old") {
  Door door;
  const auto token = door.in("li").token;
  const auto answer =
      door.accounts.change_password(token, toy::good_password, toy::good_password, {"10.0.0.1"}, door.now);
  REQUIRE(std::holds_alternative<Refusal>(answer));
  CHECK(std::get<Refusal>(answer).code == "password_same");
  CHECK(door.stands(token));
}

TEST_CASE("a list of accounts tells who has a password, must change it, and is signed in") {
  Door door;
  door.in("li");
  CHECK_FALSE(door.accounts.set_password(door.admin, "zhao", toy::other_password, door.now));
  const auto lines = door.accounts.accounts(door.admin, door.now);
  REQUIRE(lines.size() == 3);
  CHECK((lines[0].person == "he" && !lines[0].has_password));
  CHECK((lines[1].person == "li" && lines[1].has_password && lines[1].sessions == 1 && !lines[1].must_change));
  CHECK((lines[2].person == "zhao" && lines[2].must_change && lines[2].sessions == 0));
}
