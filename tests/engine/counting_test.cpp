#include "engine/counting.hpp"

#include "engine/case_fold.hpp"
#include "tests/engine/office.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace engine;
using toy::Office;

namespace {

Instant some_instant() {
  const auto first = std::chrono::sys_days(std::chrono::year(2018) / 1 / 1);
  return first + Milliseconds(*rc::gen::inRange<std::int64_t>(0, 8LL * 365 * 86'400'000));
}

ClockEntry started(const toy::Letters& process, const Site& site, std::string_view name, Instant at) {
  return counted({ClockChange::Op::Start, name, 1, at, WorkingDays{3}, "toy-1"}, process, {}, site);
}

}  // namespace

TEST_CASE("levels come in order, and no warning is later than the due instant (field-lessons rows 18, 19)",
          "[counting]") {
  const toy::Letters process;
  const Site site = Site::standard();
  CHECK(rc::check([&] {
    const ClockEntry clock = started(process, site, "answer", some_instant());
    RC_ASSERT(clock.points.size() == 3U);
    RC_ASSERT(clock.points[0].at <= clock.points[1].at);
    RC_ASSERT(clock.points[1].at == clock.due);
    RC_ASSERT(clock.points[1].at <= clock.points[2].at);
  }));
}

TEST_CASE("each clock has its own levels and keeps its own due instant (field-lessons rows 20, 21)", "[counting]") {
  const toy::Letters process;
  const Site site = Site::standard();
  const Instant at = std::chrono::sys_days(std::chrono::year(2020) / 5 / 20);
  std::vector<Deadline> deadlines;
  fold(deadlines, started(process, site, "answer", at));
  const Deadline answer = deadlines.front();
  fold(deadlines, started(process, site, "filing", at - std::chrono::days(7)));  // falls due earlier
  CHECK(deadlines.front() == answer);
  CHECK(deadlines.back().points.size() == 1);
}

TEST_CASE("a case at an instant is the fold of its history, after every event (field-lessons row 22)", "[counting]") {
  CHECK(rc::check([] {
    Office office;
    auto id = office.done("", "arrive", "2020-05-20 09:00").record.id;
    Instant at = office.instant("2020-05-20 09:00");
    for (int i = 0; i < 8; ++i) {
      at += std::chrono::hours(*rc::gen::inRange(0, 60));
      auto happening = office.happening("", "2020-05-20 09:00");
      happening.event = *rc::gen::element<std::string>("wait", "go_on", "answer", "file", "recount");
      happening.occurred_at = at;
      happening.fields["late_reason"] = "x";
      try {
        (void)office.desk.tell(id, happening);
      } catch (const Error& error) {
        RC_ASSERT(error.code() == "clock_not_running");  // the toy waits twice: it has no guards
      }
      CaseFold fold(office.process);
      for (const HistoryEntry& entry : office.history(id)) fold.apply(entry);
      RC_ASSERT(fold.project() == office.record(id));
    }
  }));
}
