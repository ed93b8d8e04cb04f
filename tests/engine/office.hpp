#pragma once

#include "engine/desk.hpp"
#include "engine/time/text.hpp"
#include "storage/memory_store.hpp"
#include "tests/engine/toy_process.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace toy {

class SetClock : public engine::Clock {
 public:
  [[nodiscard]] engine::Instant now() const override { return now_; }
  void set(engine::Instant now) { now_ = now; }

 private:
  engine::Instant now_{std::chrono::sys_days(std::chrono::year(2030) / 1 / 1)};
};

/// A town with a desk, two people and a clock to turn.
class Office {
 public:
  Office() {
    store.write([&](engine::Writing& writing) {
      writing.put_transitions(process.transitions());
      writing.put_centre({"town", "T", "town", "", "T〔{year}〕{number:04}号", "({year}){number}", ""});
      writing.put_person({"li", "李某", "li.login", "town", "", "", {"clerk"}, true, {}, {}});
      writing.put_person({"zhao", "赵某", "", "town", "", "", {"clerk"}, false, {}, instant("2020-01-01 00:00")});
    });
  }

  [[nodiscard]] engine::Instant instant(std::string_view local) const { return engine::parse_instant(local, zone); }
  [[nodiscard]] std::string local(engine::Instant at) const { return engine::format_instant(at, zone); }

  [[nodiscard]] engine::Happening happening(const char* event, std::string_view local) const {
    engine::Happening happening;
    happening.event = event;
    happening.actor = {"li", "town", {"clerk"}};
    happening.occurred_at = instant(local);
    return happening;
  }

  engine::Done done(std::string_view name, const char* event, std::string_view local) {
    auto answer = desk.tell(name, happening(event, local));
    if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) FAIL(refusal->code);
    return std::get<engine::Done>(std::move(answer));
  }

  engine::Refusal refused(std::string_view name, const char* event, std::string_view local) {
    auto answer = desk.tell(name, happening(event, local));
    REQUIRE(std::holds_alternative<engine::Refusal>(answer));
    return std::get<engine::Refusal>(answer);
  }

  engine::CaseRecord record(std::string_view name) {
    std::optional<engine::CaseRecord> found;
    store.read([&](engine::Reading& reading) { found = reading.find_case(name); });
    REQUIRE(found);
    return *found;
  }

  std::vector<engine::HistoryEntry> history(std::string_view id) {
    std::vector<engine::HistoryEntry> entries;
    store.read([&](engine::Reading& reading) { entries = reading.history(id); });
    return entries;
  }

  std::vector<engine::Alert> alerts(std::string_view id) {
    std::vector<engine::Alert> found;
    store.read([&](engine::Reading& reading) { found = reading.alerts(id); });
    std::sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.at < b.at; });
    return found;
  }

  void set_day_off(const std::string& date) {
    store.write([&](engine::Writing& writing) {
      const std::string year = date.substr(0, 4);
      writing.put_calendar({0, "own",
                            R"({"years":{")" + year + R"(":{"notice":[],"off":[{"name":"closed","from":")" + date +
                                R"(","to":")" + date + R"("}],"work":[]}}})",
                            "li", "test", instant("2020-05-01 00:00")});
    });
  }

  engine::Zone zone = engine::Zone::named("Asia/Shanghai");
  storage::MemoryStore store;
  toy::Letters process;
  SetClock clock;
  engine::Desk desk{store, process, clock};
};

}  // namespace toy
