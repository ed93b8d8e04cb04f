#include "tests/engine/accounts/front_door.hpp"

#include <thread>

#include <rapidcheck.h>

using namespace engine;
using toy::Door;
using toy::good_password;
using Why = NotSigned::Why;
using std::chrono::hours;

namespace {

/// Guesses at one login for a day, each as soon as it is let, from whatever address `address_of` says; gives how many
/// passwords were really judged.
int guesses_in_a_day(Door& door, const std::function<Place(int)>& place_of) {
  const auto end = door.now + hours(24);
  int tried = 0;
  door.hash.asked = 0;
  while (door.now < end) {
    const auto answer = door.out("li", "guess " + std::to_string(tried), place_of(tried));
    ++tried;
    if (answer.why == Why::TooMany) door.advance(answer.retry_after);
  }
  return door.hash.asked;
}

std::string address(int n) {
  return "172." + std::to_string(16 + n / 62500) + "." + std::to_string(n / 250 % 250) + "." + std::to_string(n % 250);
}

}  // namespace

TEST_CASE("after the free failures each one doubles the wait, up to a quarter of an hour") {
  Door door;
  std::vector<std::int64_t> waits;
  while (waits.size() < 14) {
    const auto answer = door.out("li");
    if (answer.why == Why::Wrong) continue;
    waits.push_back(answer.retry_after.count());
    door.advance(answer.retry_after - Seconds{1});
    CHECK(door.out("li").why == Why::TooMany);
    door.advance(Seconds{1});
  }
  CHECK(waits == std::vector<std::int64_t>{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900});
}

TEST_CASE("who signs in well begins with a clean sheet") {
  Door door;
  for (int i = 0; i < 4; ++i) CHECK(door.out("li").why == Why::Wrong);
  door.advance(Seconds{1});
  door.in("li");
  for (int i = 0; i < 4; ++i) CHECK(door.out("li").why == Why::Wrong);
}

TEST_CASE("a restart forgets no failure") {
  Door door;
  for (int i = 0; i < 4; ++i) CHECK(door.out("li").why == Why::Wrong);
  Accounts restarted(door.desk, door.hash);
  const auto answer = restarted.sign_in("li", good_password, {"10.0.0.1"}, door.now);
  REQUIRE(std::holds_alternative<NotSigned>(answer));
  CHECK(std::get<NotSigned>(answer).why == Why::TooMany);
}

TEST_CASE("attempts made at once count like attempts in a row") {
  Door door;
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int i = 0; i < 16; ++i)
    threads.emplace_back([&] {
      const auto answer = door.accounts.sign_in("li", "wrong wrong", {"10.0.0.1"}, door.now);
      const auto* no = std::get_if<NotSigned>(&answer);
      if (no != nullptr && no->why == Why::Wrong) ++wrong;
    });
  for (auto& thread : threads) thread.join();
  CHECK(wrong == door.accounts.policy().pair.free);
  CHECK(door.hash.asked == door.accounts.policy().pair.free);
}

TEST_CASE("an attacker never delays a colleague who comes with a known device, from wherever and however fast") {
  CHECK(rc::check([](const std::vector<std::pair<std::uint8_t, std::uint16_t>>& attack) {
    Door door;
    const auto device = door.in("li", {"10.0.0.1"}).device;
    for (const auto& [place, pause] : attack) {
      // 0 stands for the colleague's own address; a made-up or somebody else's cookie helps nothing
      const auto from = place == 0 ? std::string("10.0.0.1") : "192.0.2." + std::to_string(place);
      for (int burst = 0; burst < 8; ++burst)
        static_cast<void>(door.attempt("li", "guess", {from, place % 2 == 0 ? std::string(64, 'b') : ""}));
      door.advance(Seconds{pause});
      const auto answer = door.attempt("li", good_password, {"10.0.0.1", device});
      RC_ASSERT(std::holds_alternative<Signed>(answer));
    }
  }));
}

TEST_CASE("failures from elsewhere never delay a colleague at an address of earlier sign-ins") {
  CHECK(rc::check([](const std::vector<std::pair<std::uint8_t, std::uint16_t>>& attack) {
    Door door;
    door.in("li", {"10.0.0.1"});
    for (const auto& [place, pause] : attack) {
      for (int burst = 0; burst < 8; ++burst)
        static_cast<void>(door.attempt("li", "guess", {"192.0.2." + std::to_string(place)}));
      door.advance(Seconds{pause});
      RC_ASSERT(std::holds_alternative<Signed>(door.attempt("li", good_password, {"10.0.0.1"})));
    }
  }));
}

TEST_CASE("nobody is locked out for good: after the wait that was told the right password is taken") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& attack) {
    Door door;
    for (const auto place : attack)
      static_cast<void>(door.attempt("li", "guess", {"192.0.2." + std::to_string(place)}));
    const Place fresh{"10.9.9.9"};
    auto answer = door.attempt("li", good_password, fresh);
    if (const auto* no = std::get_if<NotSigned>(&answer)) {
      RC_ASSERT(no->why == Why::TooMany);
      door.advance(no->retry_after);
      answer = door.attempt("li", good_password, fresh);
    }
    RC_ASSERT(std::holds_alternative<Signed>(answer));
  }));
}

TEST_CASE("from one address at most some 110 passwords of one login are judged in a day") {
  Door door;
  const int judged = guesses_in_a_day(door, [](int) { return Place{"192.0.2.7"}; });
  CHECK(judged > 90);
  CHECK(judged <= 111);
}

TEST_CASE("from all addresses of the world together at most 318 passwords of one login are judged in a day") {
  Door door;
  const int judged = guesses_in_a_day(door, [](int n) { return Place{address(n)}; });
  CHECK(judged > 300);
  CHECK(judged <= 30 + 24 * 12);
}

TEST_CASE("a stolen device cookie opens no more than an address of its own") {
  Door door;
  const auto device = door.in("li", {"10.0.0.1"}).device;
  CHECK(guesses_in_a_day(door, [&](int n) { return Place{address(n), device}; }) <= 111);
}

TEST_CASE("one address that tries many logins is slowed down over all of them") {
  Door door;
  int judged = 0;
  for (int i = 0; i < 500; ++i) judged += door.out("login" + std::to_string(i)).why == Why::Wrong ? 1 : 0;
  CHECK(judged == door.accounts.policy().from_address.capacity);
  door.advance(Seconds{30});
  CHECK(door.out("one more").why == Why::Wrong);
  CHECK(door.out("and another").why == Why::TooMany);
}

TEST_CASE("good sign-ins cost an address nothing: a whole office may come at nine") {
  Door door;
  for (int i = 0; i < 100; ++i) door.in("li");
  for (int i = 0; i < 100; ++i) door.in("zhao");
}

TEST_CASE("what is kept of attempts stays within its bound, however many addresses try") {
  AccountPolicy policy;
  policy.most_brakes = 50;
  Door door(policy);
  for (int i = 0; i < 2000; ++i) {
    static_cast<void>(door.attempt("login" + std::to_string(i), "guess", {address(i)}));
    door.advance(Seconds{1});
  }
  std::size_t kept = 0;
  for (int i = 0; i < 2000; ++i)
    door.counted.read(
        [&](Reading& reading) { kept += reading.accounts().brake("address", "", address_key(address(i))) ? 1 : 0; });
  CHECK(kept <= policy.most_brakes + 256);
}

TEST_CASE("an administrator unlocks a login at once") {
  Door door;
  for (int i = 0; i < 5; ++i) static_cast<void>(door.attempt("li", "guess"));
  CHECK(door.attempt("li", good_password).index() == 1);
  const auto before = door.accounts.accounts(door.admin, door.now);
  CHECK(std::any_of(before.begin(), before.end(),
                    [](const AccountLine& line) { return line.person == "li" && line.delay > Seconds{0}; }));
  CHECK_FALSE(door.accounts.unlock(door.admin, "li", door.now));
  door.in("li");
}

TEST_CASE("a clock that was set back makes nobody wait for it to catch up") {
  Door door;
  for (int i = 0; i < 60; ++i) static_cast<void>(door.attempt("li", "guess", {address(i)}));
  for (int i = 0; i < 6; ++i) static_cast<void>(door.attempt("zhao", "guess"));
  door.advance(-hours(24 * 30));
  door.in("li");
  door.in("zhao");
}
