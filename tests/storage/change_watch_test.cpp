#include "storage/change_watch.hpp"

#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

using engine::Writing;
using storage::ChangeWatch;

namespace {

/// Waits as a server does: for the descriptor, and no longer than the watch has patience.
bool hears(ChangeWatch& watch, std::chrono::milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!watch.changed()) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd ears{watch.descriptor(), POLLIN, 0};
    poll(&ears, watch.descriptor() < 0 ? 0 : 1, static_cast<int>(std::min(left, watch.patience()).count()));
  }
  return true;
}

bool silent(ChangeWatch& watch) { return !hears(watch, std::chrono::milliseconds{0}); }

}  // namespace

TEST_CASE("a watch hears each commit of another connection, with the kernel's ears and without", "[changes]") {
  tests::OnSqlite on;
  const auto ears = GENERATE(ChangeWatch::Ears::Kernel, ChangeWatch::Ears::None);
  ChangeWatch watch{on.scratch.file(), {}, ears};
  CHECK((watch.descriptor() >= 0) == (ears == ChangeWatch::Ears::Kernel));
  CHECK(silent(watch));
  for (int n = 0; n < 3; ++n) {
    on.store.write([](Writing& w) { w.take_number("register"); });
    CHECK(hears(watch, std::chrono::seconds{20}));
    CHECK(silent(watch));
  }
}

TEST_CASE("a watch is not told of what was read, rolled back, or done to other files of the folder", "[changes]") {
  tests::OnSqlite on;
  ChangeWatch watch{on.scratch.file()};
  on.store.read([](engine::Reading& r) { static_cast<void>(r.all_cases()); });
  CHECK_THROWS(on.store.write([](Writing& w) {
    w.take_number("register");
    throw std::out_of_range("lost");
  }));
  std::ofstream{on.scratch.file("notes.txt")} << "something else";
  CHECK(silent(watch));
  CHECK(watch.patience() >= std::chrono::seconds{10});
}

TEST_CASE("a watch that waits is woken by a commit of another thread", "[changes]") {
  tests::OnSqlite on;
  ChangeWatch watch{on.scratch.file()};
  std::jthread writer{[&] { on.store.write([](Writing& w) { w.take_number("register"); }); }};
  CHECK(hears(watch, std::chrono::seconds{20}));
  on.store.read([](engine::Reading& r) { CHECK(r.series().at(0).second == 1); });
}

TEST_CASE("a watch goes on after a checkpoint has emptied the log", "[changes]") {
  tests::OnSqlite on;
  ChangeWatch watch{on.scratch.file()};
  on.store.write([](Writing& w) { w.take_number("register"); });
  CHECK(hears(watch, std::chrono::seconds{20}));
  on.store.checkpoint();
  static_cast<void>(watch.changed());
  on.store.write([](Writing& w) { w.take_number("register"); });
  CHECK(hears(watch, std::chrono::seconds{20}));
}

TEST_CASE("a watch is woken once for a commit, however many pages it has", "[changes]") {
  tests::OnSqlite on;
  on.store.write([](Writing& w) { w.take_number("register"); });
  ChangeWatch watch{on.scratch.file()};
  on.store.write([](Writing& w) {
    for (int n = 0; n < 1000; ++n) w.put_setting("page" + std::to_string(n), std::string(4096, 'x'));
  });
  std::array<char, 4096> bytes{};
  CHECK(read(watch.descriptor(), bytes.data(), bytes.size()) == sizeof(inotify_event));
  CHECK(hears(watch, std::chrono::milliseconds{0}));
}

TEST_CASE("a watch hears on after the sidecar was deleted and made anew", "[changes]") {
  tests::OnSqlite on;
  ChangeWatch watch{on.scratch.file()};
  std::filesystem::remove(on.scratch.file("centre.db-lock"));
  CHECK(silent(watch));
  CHECK(watch.patience() < std::chrono::seconds{1});
  for (int n = 0; n < 2; ++n) {
    on.store.write([](Writing& w) { w.take_number("register"); });
    CHECK(hears(watch, std::chrono::seconds{20}));
    CHECK(watch.patience() >= std::chrono::seconds{10});
  }
}

TEST_CASE("a watch hears a writer that died between its commit and its word of it", "[changes]") {
  tests::OnSqlite on;
  on.store.write([](Writing& w) { w.take_number("register"); });
  ChangeWatch watch{on.scratch.file()};
  const int sidecar = open(on.scratch.file("centre.db-lock").c_str(), O_RDWR | O_CLOEXEC);
  CHECK(silent(watch));
  pollfd ears{watch.descriptor(), POLLIN, 0};
  CHECK(poll(&ears, 1, 0) == 0);
  close(sidecar);  // as the kernel does for a dead process
  CHECK(poll(&ears, 1, 0) == 1);
}
