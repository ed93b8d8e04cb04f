#include "tests/engine/accounts/front_door.hpp"

#include <thread>

using namespace engine;
using std::chrono::hours;
using std::chrono::minutes;
using toy::Door;
using toy::good_password;
using toy::other_password;

TEST_CASE("a session ends after 30 minutes without a request, and after 12 hours with them") {
  Door door;
  const auto idle = door.in("li").token;
  door.advance(minutes{30} - Seconds{1});
  CHECK(door.stands(idle));
  door.advance(minutes{30});
  CHECK_FALSE(door.stands(idle));
  const auto busy = door.in("li").token;
  for (int i = 0; i < 12 * 60 - 1; ++i) {
    door.advance(minutes{1});
    REQUIRE(door.stands(busy));
  }
  door.advance(minutes{1});
  CHECK_FALSE(door.stands(busy));
}

TEST_CASE("reading writes nothing, but the idle time once a minute") {
  Door door;
  const auto token = door.in("li").token;
  door.counted.writes = 0;
  for (int i = 0; i < 500; ++i) CHECK(door.stands(token));
  CHECK(door.counted.writes == 0);
  door.advance(minutes{1});
  for (int i = 0; i < 500; ++i) CHECK(door.stands(token));
  CHECK(door.counted.writes == 1);
}

TEST_CASE("a restart keeps the sessions and their idle time to the minute") {
  Door door;
  const auto token = door.in("li").token;
  door.advance(minutes{20});
  CHECK(door.stands(token));
  door.advance(minutes{29});
  Accounts restarted(door.desk, door.hash);
  CHECK(restarted.who_is(token, door.now));
  door.advance(minutes{31});
  CHECK_FALSE(Accounts(door.desk, door.hash).who_is(token, door.now));
}

TEST_CASE("whose service ends or whose roles, centre or login change loses every session at once") {
  const auto changes = std::vector<std::function<void(Person&, Instant)>>{
      [](Person& person, Instant now) { person.until = now; },
      [](Person& person, Instant) { person.roles = {"guest"}; },
      [](Person& person, Instant) { person.centre = "v01"; },
      [](Person& person, Instant) { person.login = "other"; },
  };
  for (const auto& change : changes) {
    Door door;
    const auto token = door.in("li").token;
    CHECK(door.stands(token));
    door.change_person([&](Person& person) { change(person, door.now); });
    CHECK_FALSE(door.stands(token));
  }
  Door door;
  const auto token = door.in("li").token;
  door.change_person([](Person& person) { person.unit = "another desk"; });  // who it is has not changed
  CHECK(door.stands(token));
}

TEST_CASE("a session that was ended in one process is over in every other at once") {
  Door door;
  Accounts elsewhere(door.desk, door.hash);
  const auto token = door.in("li").token;
  CHECK(elsewhere.who_is(token, door.now));
  door.accounts.sign_out(token);
  CHECK_FALSE(elsewhere.who_is(token, door.now));
  CHECK_FALSE(door.stands(token));
  door.accounts.sign_out(token);  // once more is no fault
}

TEST_CASE("a person sees the own sessions and ends one, nobody else's") {
  Door door;
  const auto here = door.in("li", {"10.0.0.1", "", "Firefox"});
  door.advance(Seconds{1});
  const auto there = door.in("li", {"10.0.0.2", "", "Chromium"});
  const auto other = door.in("zhao");
  const auto lines = door.accounts.sessions("li", door.now);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].agent == "Firefox");
  CHECK(lines[1].address == "10.0.0.2");
  CHECK_FALSE(door.accounts.revoke_session("li", other.session.id));
  CHECK(door.accounts.revoke_session("li", there.session.id));
  CHECK(door.stands(here.token));
  CHECK_FALSE(door.stands(there.token));
  CHECK(door.stands(other.token));
}

TEST_CASE("a forged, cut or foreign token is nobody") {
  Door door;
  const auto token = door.in("li").token;
  for (const std::string& forged : {std::string(), token.substr(1), token + "0", std::string(64, '0'),
                                    std::string("' OR 1=1 --"), std::string(100000, 'a')})
    CHECK_FALSE(door.stands(forged));
}

TEST_CASE("a first password is changed before anything else can be done") {
  Door door;
  CHECK_FALSE(door.accounts.set_password(door.admin, "he", "the very first word", door.now));
  const auto first = door.in("he", {"10.0.0.1"}, "the very first word");
  CHECK(first.session.must_change);
  CHECK(door.accounts.who_is(first.token, door.now)->actor.roles.empty());
  auto changed =
      door.accounts.change_password(first.token, "the very first word", other_password, {"10.0.0.1"}, door.now);
  REQUIRE(std::holds_alternative<Signed>(changed));
  const auto& renewed = std::get<Signed>(changed);
  CHECK_FALSE(door.stands(first.token));
  CHECK(door.accounts.who_is(renewed.token, door.now)->actor.roles == std::vector<std::string>{"clerk"});
  CHECK_FALSE(door.in("he", {"10.0.0.1"}, other_password).session.must_change);
}

TEST_CASE("changing the password ends all other sessions of that person and no one else's") {
  Door door;
  const auto mine = door.in("li"), forgotten = door.in("li", {"10.0.0.9"}), other = door.in("zhao");
  const auto changed = door.accounts.change_password(mine.token, good_password, other_password, {"10.0.0.1"}, door.now);
  REQUIRE(std::holds_alternative<Signed>(changed));
  CHECK_FALSE(door.stands(mine.token));
  CHECK_FALSE(door.stands(forgotten.token));
  CHECK(door.stands(std::get<Signed>(changed).token));
  CHECK(door.stands(other.token));
  CHECK(door.out("li", good_password).why == NotSigned::Why::Wrong);
}

TEST_CASE("the old password cannot be guessed from within a session that was taken over") {
  Door door;
  const auto token = door.in("li").token;
  int judged = 0;
  for (int i = 0; i < 100; ++i) {
    const auto answer =
        door.accounts.change_password(token, "guess " + std::to_string(i), other_password, {"10.0.0.1"}, door.now);
    REQUIRE(std::holds_alternative<NotSigned>(answer));
    judged += std::get<NotSigned>(answer).why == NotSigned::Why::Wrong ? 1 : 0;
  }
  CHECK(judged == door.accounts.policy().pair.free);
}

TEST_CASE("a person has at most so many sessions; the oldest ends") {
  AccountPolicy policy;
  policy.most_sessions = 3;
  Door door(policy);
  std::vector<std::string> tokens;
  for (int i = 0; i < 5; ++i) {
    tokens.push_back(door.in("li").token);
    door.advance(Seconds{1});
  }
  CHECK_FALSE(door.stands(tokens[1]));
  CHECK(door.stands(tokens[2]));
  CHECK(door.stands(tokens[4]));
}

TEST_CASE("many threads may ask at once while sessions begin and end") {
  Door door;
  const auto steady = door.in("li").token;
  std::atomic<int> lost = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&, i] {
      for (int n = 0; n < 50; ++n) {
        if (!door.accounts.who_is(steady, door.now)) ++lost;
        if (i != 0) continue;
        const auto passing = door.accounts.sign_in("zhao", good_password, {"10.0.0.3"}, door.now);
        if (const auto* session = std::get_if<Signed>(&passing)) door.accounts.sign_out(session->token);
      }
    });
  for (auto& thread : threads) thread.join();
  CHECK(lost == 0);
}
