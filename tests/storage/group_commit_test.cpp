#include "storage/group_commit.hpp"

#include "engine/error.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/soundness.hpp"
#include "tests/storage/tale.hpp"

#include <thread>

#include <catch2/catch.hpp>

using engine::Writing;
using tests::Tale;

namespace {

class Broken final : public storage::BatchStore {
 public:
  void read(const std::function<void(engine::Reading&)>&) override {}
  void write(const storage::Work&) override {}
  std::vector<std::exception_ptr> write_batch(const std::vector<const storage::Work*>&) override {
    throw engine::Error(engine::Error::Kind::Fault, "disk_full", "The disk is full.");
  }
};

}  // namespace

TEMPLATE_TEST_CASE("many writers at once are each answered after their work is stored", "[group]", tests::OnSqlite,
                   tests::InMemory) {
  TestType on;
  constexpr int writers = 8, each = 20;
  {
    storage::GroupCommit group{on.store};
    std::vector<std::jthread> threads;
    for (int t = 0; t < writers; ++t)
      threads.emplace_back([&, t] {
        for (int n = 0; n < each; ++n)
          group.write([&, id = t * 100 + n](Writing& w) {
            Tale tale{id};
            w.take_number("register");
            tale.open().store(w);
          });
      });
  }
  on.store.read([](engine::Reading& r) {
    CHECK(r.all_cases() == writers * each);
    CHECK(r.series().at(0).second == writers * each);
  });
}

TEMPLATE_TEST_CASE("a work that throws in a group is undone alone and hears its own exception", "[group]",
                   tests::OnSqlite, tests::InMemory) {
  TestType on;
  storage::GroupCommit group{on.store};
  int failed = 0;
  {
    std::vector<std::jthread> threads;
    std::mutex counting;
    for (int t = 0; t < 8; ++t)
      threads.emplace_back([&, t] {
        try {
          group.write([&](Writing& w) {
            Tale tale{t};
            tale.open().store(w);
            if (t % 2) throw std::out_of_range("mine");
          });
        } catch (const std::out_of_range&) {
          const std::lock_guard guard{counting};
          ++failed;
        }
      });
  }
  CHECK(failed == 4);
  group.read([](engine::Reading& r) { CHECK(r.all_cases() == 4); });
}

TEST_CASE("when the transaction of a group fails every caller hears it", "[group]") {
  Broken broken;
  storage::GroupCommit group{broken};
  for (int n = 0; n < 3; ++n) CHECK_THROWS_AS(group.write([](Writing&) {}), engine::Error);
}
