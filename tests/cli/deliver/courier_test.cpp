#include "cli/deliver/courier.hpp"

#include "cli/clocks.hpp"
#include "cli/deliver/courier_thread.hpp"
#include "cli/deliver/post.hpp"
#include "engine/deliver/channels.hpp"
#include "engine/time/text.hpp"
#include "storage/change_watch.hpp"
#include "tests/cli/deliver/a_receiver.hpp"
#include "tests/storage/scratch.hpp"
#include "workflows/dispute_process.hpp"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

using namespace engine;
using namespace std::chrono_literals;
using cli::Courier;
using cli::CourierNews;
using tests::header_in;
using tests::Receiver;
using State = Delivery::State;

namespace {

const Instant noon = parse_instant("2026-05-20T12:00:00+08:00", Zone::utc());

/// Nobody waits on it: the tests turn the courier by hand.
class Hand final : public Alarm {
 public:
  Woke wait(Milliseconds) override { return Woke::Stop; }
  [[nodiscard]] bool stop_requested() const override { return false; }
  [[nodiscard]] Milliseconds uptime() const override { return {}; }
};

Channel hook(const std::string& name, const Receiver& receiver) {
  ::setenv("no_proxy", "127.0.0.1", 1);
  Channel channel;
  channel.name = name;
  channel.kind = "webhook";
  channel.url = receiver.url();
  channel.recipients = {"*"};
  return channel;
}

OutboxItem red(const std::string& id) { return {id, "", "li", "plan red", noon - 1min}; }

void take_lease(Writing& writing, const std::string& owner, std::int64_t fence) {
  writing.put_lease({owner, fence, fence, noon, noon, noon + 45s, {}, 0});
}

/// One server on a database file, whose courier is turned by hand.
struct Server {
  explicit Server(Store& its_store, const std::string& owner) : store(its_store), courier(made(owner)) {
    clock.set(noon);
  }

  Courier made(const std::string& owner) {
    return {desk, hand, owner,
            [this](const Channel& channel, const Letter& letter) {
              return cli::post_letter(channel, "madeup", letter, clock.now(), {"127.0.0.1"});
            },
            [this](const CourierNews& news) { told.push_back(news); }};
  }
  std::vector<Delivery> rows(const std::string& item) {
    std::vector<Delivery> found;
    store.read([&](Reading& r) { found = r.deliveries().of_item(item); });
    return found;
  }

  Store& store;
  std::unique_ptr<Process> process = workflows::make_dispute_process();
  cli::SetClock clock;
  Desk desk{store, *process, clock};
  Hand hand;
  std::vector<CourierNews> told;
  Courier courier;
};

void set_up(Store& store, const std::vector<Channel>& channels, const std::vector<OutboxItem>& items) {
  store.write([&](Writing& w) {
    take_lease(w, "one", 1);
    put_channels(w, channels);
    for (const auto& item : items) w.post(item);
  });
}

}  // namespace

TEST_CASE("a letter goes out once, signed, and is tried again with patience until it is taken", "[deliver]") {
  tests::OnSqlite on;
  Receiver receiver([](int n) { return n < 3 ? 500 : 200; });
  set_up(on.store, {hook("chat", receiver)}, {red("m1")});
  Server server(on.store, "one");
  static_cast<void>(server.courier.turn());
  REQUIRE(server.rows("m1").size() == 1);
  CHECK(server.rows("m1")[0].error == "the receiver refused it (HTTP 500)");
  CHECK(server.courier.turn() >= 30s);  // nothing is sent before its time
  const auto first_wait = server.rows("m1")[0].next_at - noon;
  for (int n = 0; n < 2; ++n) {
    server.clock.set(server.rows("m1")[0].next_at);
    static_cast<void>(server.courier.turn());
  }
  const auto requests = receiver.requests(3);
  REQUIRE(requests.size() == 3);
  for (const auto& request : requests) CHECK(header_in(request, "Webhook-Id") == "m1");
  CHECK(header_in(requests[0], "Webhook-Signature").starts_with("sha256="));
  CHECK(first_wait >= 30s);
  CHECK(server.rows("m1")[0].state == State::Sent);
  CHECK(server.courier.turn() == 1s);  // closes it
  CHECK(server.courier.turn() == 60s);
  REQUIRE(server.told.size() == 2);  // a fault is told once, and its end
  CHECK(server.told[0].kind == CourierNews::Kind::Failing);
  CHECK(server.told[1].kind == CourierNews::Kind::Working);
}

TEST_CASE("without a channel nothing is closed and nothing is sent", "[deliver]") {
  tests::OnSqlite on;
  set_up(on.store, {}, {red("m1")});
  Server server(on.store, "one");
  CHECK(server.courier.turn() == 60s);
  on.store.read([](Reading& r) { CHECK(r.deliveries().open_items(10).size() == 1); });
}

TEST_CASE("of two servers on one database one delivers; what was delivered is not delivered by the next", "[deliver]") {
  tests::OnSqlite on;
  storage::SqliteStore other{on.scratch.file()};
  Receiver receiver([](int) { return 200; });
  set_up(on.store, {hook("chat", receiver)}, {red("m1")});
  Server one(on.store, "one"), two(other, "two");
  static_cast<void>(two.courier.turn());
  CHECK(receiver.requests(0).empty());
  static_cast<void>(one.courier.turn());
  on.store.write([](Writing& w) { take_lease(w, "two", 2); });
  static_cast<void>(two.courier.turn());
  static_cast<void>(one.courier.turn());
  CHECK(receiver.requests(1).size() == 1);
}

TEST_CASE("many at once go as one digest", "[deliver]") {
  tests::OnSqlite on;
  Receiver receiver([](int) { return 200; });
  std::vector<OutboxItem> items;
  for (int n = 0; n < 7; ++n) items.push_back(red("m" + std::to_string(n)));
  set_up(on.store, {hook("chat", receiver)}, items);
  Server server(on.store, "one");
  static_cast<void>(server.courier.turn());
  const auto requests = receiver.requests(1);
  REQUIRE(requests.size() == 1);
  CHECK(header_in(requests[0], "Webhook-Id").starts_with("digest-"));
  for (const auto& item : items) CHECK(server.rows(item.id).at(0).state == State::Sent);
}

TEST_CASE("killed between sending and marking, the server sends again under the same id (field-lessons row 33)",
          "[deliver]") {
  tests::Scratch scratch;
  Receiver receiver([](int n) { return n == 1 ? 0 : 200; });
  {
    storage::SqliteStore store{scratch.file(), tests::fresh()};
    set_up(store, {hook("chat", receiver)}, {red("m1")});
  }
  const pid_t child = ::fork();
  if (child == 0) {
    storage::SqliteStore store{scratch.file()};
    Server server(store, "one");
    static_cast<void>(server.courier.turn());
    ::_exit(0);
  }
  REQUIRE(receiver.requests(1).size() == 1);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  storage::SqliteStore store{scratch.file()};
  store.write([](Writing& w) { take_lease(w, "two", 2); });
  Server server(store, "two");
  static_cast<void>(server.courier.turn());
  CHECK(server.rows("m1")[0].state == State::Trying);  // not before its time
  server.clock.set(server.rows("m1")[0].next_at);
  static_cast<void>(server.courier.turn());
  const auto requests = receiver.requests(2);
  REQUIRE(requests.size() == 2);
  CHECK(header_in(requests[0], "Webhook-Id") == header_in(requests[1], "Webhook-Id"));
  CHECK(server.rows("m1")[0].state == State::Sent);
}

TEST_CASE("a receiver that hangs holds up neither the other channels nor the end of the server", "[deliver]") {
  tests::OnSqlite on;
  Receiver hangs([](int) { return 0; }), works([](int) { return 200; });
  std::ofstream(on.scratch.file("key")) << "madeup\n";
  std::filesystem::permissions(on.scratch.file("key"), std::filesystem::perms::owner_read);
  auto slow = hook("slow", hangs), fast = hook("fast", works);
  slow.secret_file = fast.secret_file = on.scratch.file("key");
  set_up(on.store, {slow, fast}, {});
  const auto process = workflows::make_dispute_process();
  cli::SetClock clock;
  clock.set(noon);
  Desk desk(on.store, *process, clock);
  auto courier = std::make_unique<cli::CourierThread>(desk, std::make_unique<storage::ChangeWatch>(on.scratch.file()),
                                                      "one", [](const CourierNews&) {});
  on.store.write([](Writing& w) { w.post(red("m1")); });  // wakes it
  CHECK(works.requests(1).size() == 1);
  CHECK(hangs.requests(1).size() == 1);
  const auto stands = [&](std::string_view channel) {
    auto state = State::Dead;
    on.store.read([&](Reading& r) {
      for (const auto& row : r.deliveries().of_item("m1"))
        if (row.channel == channel) state = row.state;
    });
    return state;
  };
  const auto asked = std::chrono::steady_clock::now();  // that it was received is not yet that the courier heard so
  while (stands("fast") != State::Sent && std::chrono::steady_clock::now() - asked < 20s) std::this_thread::yield();
  CHECK(stands("fast") == State::Sent);
  const auto began = std::chrono::steady_clock::now();
  courier.reset();
  CHECK(std::chrono::steady_clock::now() - began < 3s);
  CHECK(stands("slow") == State::Trying);
}
