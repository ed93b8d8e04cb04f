#include "engine/deliver/claim.hpp"

#include "engine/time/text.hpp"
#include "tests/storage/scratch.hpp"

#include <catch2/catch.hpp>

using namespace engine;
using namespace std::chrono_literals;
using State = Delivery::State;

namespace {

const Instant midday = parse_instant("2026-05-20 12:00", Zone::named("Asia/Shanghai"));

/// A store with one message, one channel for everybody, and a server that holds the lease.
struct Post {
  Post() {
    on.store.write([&](Writing& w) {
      w.put_lease({"one", 1, 1, midday, midday, midday + 45s, {}, 0});
      w.post({"m1", "", "li", "plan red", midday - 1min});
    });
    chat.name = "chat";
    chat.recipients = {"*"};
  }

  std::vector<Claimed> claim(Instant now, const char* owner = "one") {
    std::vector<Claimed> found;
    on.store.write([&](Writing& w) { found = claim_deliveries(w, *World::load(w), std::vector{chat}, owner, now); });
    return found;
  }
  void settle(const Parcel& parcel, std::string_view error, Instant now) {
    on.store.write([&](Writing& w) { settle_delivery(w, parcel, error, now); });
  }
  Delivery row() {
    std::vector<Delivery> rows;
    on.store.read([&](Reading& r) { rows = r.deliveries().of_item("m1"); });
    REQUIRE(rows.size() == 1);
    return rows[0];
  }
  std::size_t open() {
    std::size_t n = 0;
    on.store.read([&](Reading& r) { n = r.deliveries().open_items(10).size(); });
    return n;
  }

  tests::OnSqlite on;
  Channel chat;
};

}  // namespace

TEST_CASE("a message is sent once and then closed", "[deliver]") {
  Post post;
  const auto claimed = post.claim(midday);
  REQUIRE(claimed.size() == 1);
  CHECK(claimed[0].items[0].subject == "plan red");
  CHECK(post.claim(midday + 1s).empty());
  post.settle(claimed[0].parcel, "", midday + 1s);
  CHECK(post.row().state == State::Sent);
  CHECK(post.claim(midday + 2h).empty());
  CHECK(post.open() == 0);
}

TEST_CASE("only the server that holds the lease delivers", "[deliver]") {
  Post post;
  CHECK(post.claim(midday, "two").empty());
  post.on.store.write([](Writing& w) { w.put_lease({"two", 2, 2, midday, midday, midday + 45s, {}, 0}); });
  CHECK(post.claim(midday, "one").empty());
  CHECK(post.claim(midday, "two").size() == 1);
}

TEST_CASE("a death between sending and marking sends twice at most, under the same id (field-lessons row 33)",
          "[deliver]") {
  Post post;
  const auto before = post.claim(midday);
  CHECK(post.claim(post.row().next_at - 1ms).empty());
  const auto after = post.claim(post.row().next_at);
  REQUIRE(after.size() == 1);
  CHECK(after[0].parcel.message == before[0].parcel.message);
  CHECK(after[0].parcel.attempt == 2);
  post.settle(before[0].parcel, "late news of the first attempt", midday + 1h);
  CHECK(post.row().error.empty());
  post.settle(after[0].parcel, "", midday + 1h);
  CHECK(post.row().state == State::Sent);
}

TEST_CASE("a message is dead after the last attempt, and can be sent anew", "[deliver]") {
  Post post;
  Instant now = midday;
  for (int n = 1; n <= attempts_most; ++n) {
    const auto claimed = post.claim(now);
    REQUIRE(claimed.size() == 1);
    CHECK(claimed[0].parcel.attempt == n);
    post.settle(claimed[0].parcel, "HTTP 500", now);
    now = post.row().next_at;
  }
  CHECK(post.row().state == State::Dead);
  CHECK(post.row().error == "HTTP 500");
  CHECK(post.claim(now + 24h).empty());
  CHECK(post.open() == 0);
  post.on.store.write([&](Writing& w) {
    CHECK_FALSE(resend_delivery(w, "m2", now));
    CHECK(resend_delivery(w, "m1", now));
  });
  const auto again = post.claim(now);
  REQUIRE(again.size() == 1);
  CHECK(again[0].parcel == Parcel{"chat", "m1", {"m1"}, 1});
}
