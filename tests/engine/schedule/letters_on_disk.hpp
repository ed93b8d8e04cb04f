#pragma once

#include "engine/desk.hpp"
#include "engine/time/text.hpp"
#include "storage/sqlite_store.hpp"
#include "tests/engine/toy_process.hpp"

#include <stdexcept>
#include <string>

namespace toy {

/// A desk on a database file, at one instant.
struct DeskOnDisk {
  struct Standing : engine::Clock {
    explicit Standing(engine::Instant at) : at_(at) {}
    [[nodiscard]] engine::Instant now() const override { return at_; }
    engine::Instant at_;
  };

  DeskOnDisk(const std::string& file, std::string_view local, const storage::Options& options = {})
      : store(file, options), clock(engine::parse_instant(local, engine::Zone::named("Asia/Shanghai"))) {}

  storage::SqliteStore store;
  Letters process;
  Standing clock;
  engine::Desk desk{store, process, clock};
};

/// Makes a database with so many letters of 2020-05-20; every one in `answered` has only its filing to wait for.
inline void make_letters(const std::string& file, int letters, int answered = 0) {
  storage::Options options;
  options.create = true;
  DeskOnDisk on(file, "2020-05-20 12:00", options);
  on.store.write([&](engine::Writing& w) {
    w.put_transitions(on.process.transitions());
    w.put_centre({"town", "T", "town", "", "T〔{year}〕{number:05}号", "({year}){number}", ""});
    w.put_person({"li", "李某", "", "town", "", "", {"clerk"}, true, {}, {}});
  });
  const engine::Instant at = on.clock.now() - std::chrono::hours(3);
  on.desk.together([&](engine::Batch& batch) {
    for (int n = 0; n < letters; ++n) {
      auto trip = batch.open("town");
      for (const char* event : {"arrive", "answer"}) {
        if (event == std::string("answer") && n >= answered) continue;
        auto taken = trip.step({event, nlohmann::json::object(), {"li", "town", {"clerk"}}, at});
        if (!std::holds_alternative<engine::Taken>(taken)) throw std::runtime_error("a letter was refused");
      }
      trip.store();
    }
  });
}

}  // namespace toy
