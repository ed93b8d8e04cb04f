#include "engine/accounts/rows.hpp"

#include "engine/error.hpp"
#include "tests/engine/accounts/front_door.hpp"

using namespace engine;

namespace {

Instant at(int second) { return Instant{std::chrono::seconds(1900000000 + second)}; }
std::string digest(char letter) { return std::string(64, letter); }

struct OnSqlite {
  static storage::Options fresh() {
    storage::Options options;
    options.create = true;
    return options;
  }
  toy::Folder folder;
  storage::SqliteStore store{folder.file("centre.db"), fresh()};
};
struct InMemory {
  storage::MemoryStore store;
};

template <class Work>
void write(Store& store, Work&& work) {
  store.write([&](Writing& writing) { work(writing.accounts()); });
}
template <class Work>
void read(Store& store, Work&& work) {
  store.read([&](Reading& reading) { work(reading.accounts()); });
}

}  // namespace

TEMPLATE_TEST_CASE("both stores keep accounts alike", "[contract]", OnSqlite, InMemory) {
  TestType on;
  const PasswordRow password{"li", "hash", true, at(1), "he"};
  const SessionRow session{digest('a'), "id", "li", "town|li|clerk", false, at(1), at(2), "10.0.0.1", "Firefox"};
  const KnownPlace device{"li", KnownPlace::Kind::Device, digest('d'), at(3)};
  const KnownPlace address{"li", KnownPlace::Kind::Address, "10.0.0.1", at(3)};
  const TokenRow token{digest('t'), "tid", "li", "ledger", true, at(1), "he", at(9), {}};
  const BrakeRow pair{"pair", "login", "10.0.0.1", 3, at(4)}, bucket{"address", "", "10.0.0.1", 0, at(5)};
  write(on.store, [&](AccountRows& rows) {
    rows.put_password(password);
    rows.put_session(session);
    rows.put_place(device);
    rows.put_place(address);
    rows.put_token(token);
    rows.put_brake(pair);
    rows.put_brake(bucket);
  });
  read(on.store, [&](AccountRows& rows) {
    CHECK(rows.password("li") == password);
    CHECK_FALSE(rows.password("zhao"));
    CHECK(rows.passwords() == std::vector{password});
    CHECK(rows.session(digest('a')) == session);
    CHECK_FALSE(rows.session(digest('b')));
    CHECK(rows.sessions("li") == std::vector{session});
    CHECK(rows.sessions("") == std::vector{session});
    CHECK(rows.sessions("zhao").empty());
    CHECK(rows.places("li") == std::vector{device, address});
    CHECK(rows.token(digest('t')) == token);
    CHECK(rows.tokens() == std::vector{token});
    CHECK(rows.brake("pair", "login", "10.0.0.1") == pair);
    CHECK_FALSE(rows.brake("pair", "login", "10.0.0.2"));
    CHECK(rows.brakes("login") == std::vector{pair});
    CHECK(rows.brakes("").empty());
    CHECK(rows.revision() == 0);
  });
}

TEMPLATE_TEST_CASE("both stores change and forget accounts alike", "[contract]", OnSqlite, InMemory) {
  TestType on;
  write(on.store, [&](AccountRows& rows) {
    rows.put_session({digest('a'), "id", "li", "", false, at(1), at(2), "", ""});
    rows.touch_session(digest('a'), at(7));
    rows.touch_session(digest('a'), at(5));
    rows.put_token({digest('t'), "tid", "li", "ledger", true, at(1), "he", at(9), {}});
    rows.touch_token(digest('t'), at(6));
    for (int i = 0; i < 10; ++i) rows.put_brake({"pair", "login", std::to_string(i), 1, at(i)});
    rows.put_brake({"pair", "login", "9", 2, at(20)});
  });
  read(on.store, [&](AccountRows& rows) {
    CHECK(rows.session(digest('a'))->seen_at == at(7));
    CHECK(rows.token(digest('t'))->used_at == at(6));
    CHECK(rows.brake("pair", "login", "9")->failures == 2);
  });
  write(on.store, [&](AccountRows& rows) {
    rows.trim_brakes(at(2), 3);
    rows.remove_session(digest('a'));
    rows.remove_session(digest('a'));
    rows.remove_token(digest('t'));
    rows.remove_brake({"pair", "login", "7", 0, {}});
  });
  read(on.store, [&](AccountRows& rows) {
    CHECK(rows.revision() == 2);
    CHECK_FALSE(rows.session(digest('a')));
    CHECK(rows.tokens().empty());
    REQUIRE(rows.brakes("login").size() == 2);
    CHECK(rows.brakes("login")[0].place == "8");
    CHECK(rows.brakes("login")[1].place == "9");
  });
}

TEMPLATE_TEST_CASE("what fails leaves nothing of an account behind", "[contract]", OnSqlite, InMemory) {
  TestType on;
  CHECK_THROWS_AS(write(on.store,
                        [&](AccountRows& rows) {
                          rows.put_password({"li", "hash", true, at(1), "he"});
                          rows.put_brake({"pair", "login", "x", 1, at(1)});
                          throw Error(Error::Kind::Fault, "stop", "stop");
                        }),
                  Error);
  read(on.store, [&](AccountRows& rows) {
    CHECK_FALSE(rows.password("li"));
    CHECK(rows.brakes("login").empty());
  });
}

TEMPLATE_TEST_CASE("both stores keep what was done to accounts, the newest first", "[contract]", OnSqlite, InMemory) {
  TestType on;
  const AccountAct first{"he", "password", "li", "", Instant(Seconds{10})};
  const AccountAct second{"he", "unlock", "li", "", Instant(Seconds{20})};
  const AccountAct third{"he", "add_token", "zhao", "0123 ledger", Instant(Seconds{20})};
  on.store.write([&](Writing& writing) {
    for (const auto& act : {first, second, third}) writing.accounts().note_act(act);
  });
  on.store.read([&](Reading& reading) {
    CHECK(reading.accounts().acts(9) == std::vector{third, second, first});
    CHECK(reading.accounts().acts(1) == std::vector{third});
  });
}
