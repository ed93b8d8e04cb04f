#include "engine/history.hpp"

#include "engine/digest.hpp"
#include "engine/error.hpp"
#include "engine/uuid.hpp"

#include <functional>
#include <set>

#include <catch2/catch.hpp>

using namespace engine;

namespace {

HistoryEntry sample() {
  return {"0190-case",
          2,
          "receive",
          "arrived",
          "received",
          Instant(Milliseconds(1'000)),
          Instant(Milliseconds(2'000)),
          "li",
          "town",
          "li",
          Origin::Person,
          false,
          R"({"a":1})",
          "meet reception 1 1000",
          genesis_hash(),
          {}};
}

}  // namespace

TEST_CASE("SHA-256 is the published one", "[history]") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("the hash of an entry covers every member", "[history]") {
  using Change = std::function<void(HistoryEntry&)>;
  const Change changes[] = {[](auto& e) { e.case_id += 'x'; },
                            [](auto& e) { e.seq = 3; },
                            [](auto& e) { e.event += 'x'; },
                            [](auto& e) { e.state_before += 'x'; },
                            [](auto& e) { e.state_after += 'x'; },
                            [](auto& e) { e.occurred_at += Milliseconds(1); },
                            [](auto& e) { e.recorded_at += Milliseconds(1); },
                            [](auto& e) { e.actor += 'x'; },
                            [](auto& e) { e.centre += 'x'; },
                            [](auto& e) { e.holder += 'x'; },
                            [](auto& e) { e.origin = Origin::Import; },
                            [](auto& e) { e.late_entry = true; },
                            [](auto& e) { e.fields += ' '; },
                            [](auto& e) { e.clocks.clear(); },
                            [](auto& e) { e.prev_hash[0] = '1'; }};
  std::set<std::string> hashes{chain_hash(sample())};
  for (const Change& change : changes) {
    HistoryEntry entry = sample();
    change(entry);
    hashes.insert(chain_hash(entry));
  }
  CHECK(hashes.size() == 1 + std::size(changes));
}

TEST_CASE("bytes moved from one member to the next change the hash", "[history]") {
  HistoryEntry one = sample();
  HistoryEntry other = sample();
  one.actor = "ab";
  one.centre = "c";
  other.actor = "a";
  other.centre = "bc";
  CHECK(chain_hash(one) != chain_hash(other));
}

TEST_CASE("the canonical form of an entry never changes: old databases stay verifiable", "[history]") {
  CHECK(chain_hash(sample()) == "88c0dde49403ddb2b5d8114c112f37bc14d7f8d1913ad46b4464d84747014068");
}

TEST_CASE("origins read back from their words", "[history]") {
  for (const Origin origin : {Origin::Person, Origin::System, Origin::Import, Origin::Inferred})
    CHECK(origin_from(to_word(origin)) == origin);
  CHECK_THROWS_AS(origin_from("rumour"), Error);
}

TEST_CASE("ids of one millisecond are different, in order and well formed", "[uuid]") {
  std::string last;
  for (int i = 0; i < 5000; ++i) {
    const std::string id = make_uuid(Instant(Milliseconds(1'700'000'000'123)));
    REQUIRE(id.size() == 36);
    REQUIRE(id.substr(0, 13) == "018bcfe5-687b");
    REQUIRE(id[14] == '7');
    REQUIRE(std::string("89ab").find(id[19]) != std::string::npos);
    REQUIRE(id > last);
    last = id;
  }
}
