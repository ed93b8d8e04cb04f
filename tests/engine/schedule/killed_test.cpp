#include "tests/engine/schedule/child_process.hpp"
#include "tests/engine/schedule/letters_on_disk.hpp"
#include "tests/storage/scratch.hpp"

#include <catch2/catch.hpp>

using tests::plain_value;
using toy::ChildProcess;

namespace {

constexpr int told = 24, answered = 6;
constexpr const char* long_after = "2020-06-30 09:00";

std::string count(const std::string& file, const std::string& of) {
  return plain_value(file, "SELECT count(*) FROM " + of);
}

/// What holds whatever was killed: an alert that is to be told has its message, and one message only.
void check_pairs(const std::string& file) {
  CHECK(count(file, "alerts WHERE superseded = 0") == count(file, "outbox"));
  CHECK(count(file, "(SELECT 1 FROM outbox GROUP BY case_id, subject HAVING count(*) > 1)") == "0");
  CHECK(count(file, "cases c WHERE revision <> (SELECT max(seq) FROM history h WHERE h.case_id = c.id)") == "0");
}

void check_all_raised(const std::string& file) {
  CHECK(count(file, "alerts") == std::to_string(3 * (told - answered)));
  CHECK(count(file, "outbox") == std::to_string(2 * (told - answered)));  // the holder hears, and the supervisor
  CHECK(count(file, "history WHERE event = 'expire'") == std::to_string(answered));
  CHECK(plain_value(file, "PRAGMA integrity_check") == "ok");
}

}  // namespace

TEST_CASE(
    "kill -9 at every step of the alert path: each alert and its message are there once (field-lessons rows 33, "
    "34)",
    "[killed]") {
  const tests::Scratch scratch;
  toy::make_letters(scratch.file("before.db"), told, answered);
  int killed = 0;
  for (bool lives = false; !lives; ++killed) {
    const std::string file = scratch.file("run.db");
    for (const char* tail : {"", "-wal", "-shm", "-lock"}) std::filesystem::remove(file + tail);
    std::filesystem::copy_file(scratch.file("before.db"), file);
    lives = ChildProcess{{file, long_after, "lease", std::to_string(killed + 1)}}.wait() >= 0;
    check_pairs(file);
    CHECK(ChildProcess{{file, long_after, "lease"}}.wait() >= 0);
    check_all_raised(file);
    check_pairs(file);
    REQUIRE(killed < 2'000);
  }
  CHECK(killed > 20);  // there were steps to be killed at
}
