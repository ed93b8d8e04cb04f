#include "engine/deliver/rows.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <algorithm>
#include <stdexcept>

#include <catch2/catch.hpp>

using engine::Delivery;
using engine::OutboxItem;
using engine::Reading;
using engine::Writing;
using tests::at;
using tests::InMemory;
using tests::OnSqlite;
using State = Delivery::State;

namespace {

OutboxItem message(const std::string& id, std::int64_t minute) { return {id, "", "li", "plan red", at(minute)}; }

std::vector<std::string> open_in(Reading& r, std::int64_t limit = 10) {
  std::vector<std::string> ids;
  std::ranges::transform(r.deliveries().open_items(limit), std::back_inserter(ids), &OutboxItem::id);
  return ids;
}

std::vector<std::string> items_of(const std::vector<Delivery>& rows) {
  std::vector<std::string> ids;
  std::ranges::transform(rows, std::back_inserter(ids), &Delivery::item);
  return ids;
}

Delivery tried_at(const std::string& item, const std::string& channel, const std::string& id, std::int64_t minute,
                  State state = State::Trying) {
  return {item, channel, id, state, 1, at(minute), at(minute + 1), state == State::Sent ? "" : "HTTP 500"};
}

}  // namespace

TEMPLATE_TEST_CASE("messages are open, the oldest first, until they are closed; and again when that is undone",
                   "[contract][deliver]", OnSqlite, InMemory) {
  TestType on;
  on.store.write([](Writing& w) {
    w.post(message("b", 2));
    w.post(message("c", 1));
    w.post(message("a", 2));
  });
  on.store.read([](Reading& r) {
    CHECK(open_in(r) == std::vector<std::string>{"c", "a", "b"});
    CHECK(open_in(r, 2) == std::vector<std::string>{"c", "a"});
    CHECK(r.deliveries().item("b")->created_at == at(2));
    CHECK_FALSE(r.deliveries().item("d"));
  });
  on.store.write([](Writing& w) {
    w.deliveries().close("c", at(3));
    w.deliveries().close("a", at(3));
    w.deliveries().close("c", {});
    CHECK(open_in(w) == std::vector<std::string>{"c", "b"});
  });
  CHECK_THROWS(on.store.write([](Writing& w) {
    w.deliveries().close("b", at(4));
    w.deliveries().put(tried_at("b", "chat", "b", 4));
    throw std::out_of_range("lost");
  }));
  on.store.read([](Reading& r) {
    CHECK(open_in(r) == std::vector<std::string>{"c", "b"});
    CHECK(r.deliveries().of_item("b").empty());
    CHECK(r.deliveries().item("a"));  // a closed one can still be looked at
  });
}

TEMPLATE_TEST_CASE("a delivery is one row an item and channel, found by item, by message and by state",
                   "[contract][deliver]", OnSqlite, InMemory) {
  TestType on;
  on.store.write([](Writing& w) {
    for (const char* id : {"a", "b"}) w.post(message(id, 0));
    auto& rows = w.deliveries();
    rows.put(tried_at("a", "mail", "digest", 5));
    rows.put(tried_at("a", "chat", "digest", 6));
    rows.put(tried_at("b", "chat", "digest", 7));
    rows.put(tried_at("b", "chat", "digest", 8, State::Dead));
    rows.put(tried_at("b", "mail", "b", 9, State::Dead));
  });
  on.store.read([](Reading& r) {
    auto& rows = r.deliveries();
    CHECK(rows.of_item("a") == std::vector{tried_at("a", "chat", "digest", 6), tried_at("a", "mail", "digest", 5)});
    CHECK(items_of(rows.of_message("digest")) == std::vector<std::string>{"a", "a", "b"});
    CHECK(rows.in_state(State::Dead, 10) ==
          std::vector{tried_at("b", "mail", "b", 9, State::Dead), tried_at("b", "chat", "digest", 8, State::Dead)});
    CHECK(rows.in_state(State::Dead, 1).size() == 1);
    CHECK(rows.in_state(State::Sent, 10).empty());
    CHECK(rows.of_item("c").empty());
  });
}

TEMPLATE_TEST_CASE("what a channel tried is counted by message, after the first instant and up to the second",
                   "[contract][deliver]", OnSqlite, InMemory) {
  TestType on;
  on.store.write([](Writing& w) {
    for (const char* id : {"a", "b", "c"}) w.post(message(id, 0));
    auto& rows = w.deliveries();
    rows.put(tried_at("a", "chat", "digest", 5));
    rows.put(tried_at("b", "chat", "digest", 5));
    rows.put(tried_at("c", "chat", "c", 6, State::Sent));
    rows.put(tried_at("c", "mail", "c", 4));
  });
  on.store.read([](Reading& r) {
    auto& rows = r.deliveries();
    using Counts = std::map<std::string, std::int64_t, std::less<>>;
    CHECK(rows.tried(at(4), at(6)) == Counts{{"chat", 2}});
    CHECK(rows.tried(at(3), at(5)) == Counts{{"chat", 1}, {"mail", 1}});
    CHECK(rows.tried(at(6), at(9)).empty());
  });
}
