#include "tests/storage/child.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <csignal>
#include <random>

#include <catch2/catch.hpp>

using tests::Answered;
using tests::Child;

namespace {

void prepare(const std::string& file) {
  storage::SqliteStore store{file, tests::fresh()};
  store.write([](engine::Writing& w) { w.put_transitions(tests::relation()); });
}

// Every write is two entries, one number, one alert and one message.
void check_whole(const std::string& file) {
  CHECK(tests::plain_value(file, "SELECT count(*) FROM cases WHERE revision % 2 = 1") == "0");
  const std::string steps = tests::plain_value(file, "SELECT count(*) / 2 FROM history");
  CHECK(tests::plain_value(file, "SELECT value FROM series") == steps);
  CHECK(tests::plain_value(file, "SELECT count(*) FROM alerts") == steps);
  CHECK(tests::plain_value(file, "SELECT count(*) FROM outbox") == steps);
}

}  // namespace

TEST_CASE("killed 240 times at random points: what was answered is there, what was not is absent or whole",
          "[crash][field-lessons row 33][field-lessons row 34]") {
  const tests::Scratch scratch;
  prepare(scratch.file());
  std::mt19937 random{20310101};
  Answered answered;
  int killed = 0;
  for (int run = 0; run < 240; ++run) {
    const bool by_itself = run % 2 == 0;
    Child child{scratch.file(), run * 100, 100, by_itself ? 1 + static_cast<int>(random() % 250) : 0};
    child.listen(answered, by_itself ? -1 : static_cast<int>(random() % 12));
    if (!by_itself) child.kill();
    child.listen(answered);
    killed += child.wait() == -SIGKILL;
    if (run % 24 == 23) REQUIRE(tests::unsound(scratch.file(), answered).empty());
  }
  CHECK(killed >= 200);
  CHECK(answered.size() > 500);
  CHECK(tests::unsound(scratch.file(), answered).empty());
  check_whole(scratch.file());
}

TEST_CASE("two processes that write and checkpoint at once lose nothing and leave no gap", "[crash]") {
  const tests::Scratch scratch;
  prepare(scratch.file());
  Answered answered;
  {
    Child one{scratch.file(), 0, 50}, two{scratch.file(), 1000, 50};
    one.listen(answered);
    two.listen(answered);
    CHECK(one.wait() == 0);
    CHECK(two.wait() == 0);
  }
  CHECK(answered.size() == 300);
  CHECK(tests::unsound(scratch.file(), answered).empty());
  CHECK(tests::plain_value(scratch.file(), "SELECT value FROM series") == "300");
  check_whole(scratch.file());
}
