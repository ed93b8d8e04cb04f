#include "engine/schedule/scheduler.hpp"
#include "tests/engine/schedule/child_process.hpp"
#include "tests/engine/schedule/hand_alarm.hpp"
#include "tests/engine/schedule/letters_on_disk.hpp"
#include "tests/storage/scratch.hpp"

#include <atomic>
#include <thread>

#include <catch2/catch.hpp>

using tests::plain_value;
using toy::ChildProcess;
using toy::DeskOnDisk;

namespace {

constexpr const char* morning_of_the_last_day = "2020-05-25 09:00";  // the warning alone has fallen due

void check_each_once(const std::string& file, int letters) {
  CHECK(plain_value(file, "SELECT count(*) FROM alerts") == std::to_string(letters));
  CHECK(plain_value(file, "SELECT count(DISTINCT case_id) FROM alerts") == std::to_string(letters));
  CHECK(plain_value(file, "SELECT count(DISTINCT case_id) FROM outbox") == std::to_string(letters));
  CHECK(plain_value(file, "SELECT count(*) FROM outbox") == std::to_string(letters));
}

}  // namespace

TEST_CASE(
    "two that race over 10,000 due deadlines, in one program or in two, raise 10,000 alerts (field-lessons rows 31, "
    "41)",
    "[racing]") {
  constexpr int letters = 10'000;
  const tests::Scratch scratch;
  toy::make_letters(scratch.file(), letters);
  const std::string again = scratch.file("again.db");
  std::filesystem::copy_file(scratch.file(), again);
  storage::Options patient;
  patient.busy_limit = std::chrono::minutes{2};
  DeskOnDisk here{scratch.file(), morning_of_the_last_day, patient},
      there{scratch.file(), morning_of_the_last_day, patient};
  std::atomic<std::int64_t> raised = 0;
  {
    std::jthread first{[&] { raised += engine::sweep(here.desk).alerts_raised; }};
    std::jthread second{[&] { raised += engine::sweep(there.desk).alerts_raised; }};
  }
  CHECK(raised == letters);
  check_each_once(scratch.file(), letters);
  ChildProcess one{{again, morning_of_the_last_day, "bare"}}, two{{again, morning_of_the_last_day, "bare"}};
  CHECK(one.wait() + two.wait() == letters);
  check_each_once(again, letters);
}

TEST_CASE("schedulers that take the lease from each other in the middle of the work raise each alert once",
          "[racing]") {
  constexpr int letters = 1'000;
  const tests::Scratch scratch;
  toy::make_letters(scratch.file(), letters);
  std::atomic<std::int64_t> raised = 0;
  const auto robber = [&](const char* name) {  // thinks of every other holder that it has ended
    DeskOnDisk on{scratch.file(), morning_of_the_last_day};
    toy::SetClock unused;
    toy::HandAlarm alarm{unused};
    engine::Scheduler scheduler{on.desk, alarm, name,
                                [&](const engine::ScheduleNews& news) {
                                  if (news.kind == engine::ScheduleNews::Kind::Swept) raised += news.count;
                                },
                                [](const std::string&) { return true; }};
    alarm.on_wait = [&](engine::Milliseconds) {
      on.store.read([&](engine::Reading& r) { alarm.stop = r.count_unalerted(on.clock.now()) == 0; });
      return engine::Alarm::Woke::Time;
    };
    scheduler.run();
  };
  { std::jthread first{robber, "first"}, second{robber, "second"}; }
  check_each_once(scratch.file(), letters);
}
