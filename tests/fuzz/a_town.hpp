#pragma once

#include "engine/desk.hpp"
#include "engine/process.hpp"
#include "tests/fuzz/slate.hpp"

#include <compare>
#include <memory>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace fuzz {

/// A clock that stands.
class StandingClock : public engine::Clock {
 public:
  StandingClock();
  [[nodiscard]] engine::Instant now() const override { return at_; }

 private:
  engine::Instant at_;
};

/// What a store grows by: equal marks mean that nothing was added or changed but the trail of attempts.
struct Mark {
  std::int64_t position = 0, cases = 0, roster = 0, calendar = 0;
  auto operator<=>(const Mark&) const = default;
};

/// A town and a second one that it must not see, their people, and a clock that stands; in memory, the same for every
/// try.
class ATown {
 public:
  ATown();

  /// Takes a step as `person` and gives the case's id; anything but a step that is taken ends the run.
  std::string step(const std::string& person, const std::string& case_id, const char* event,
                   const nlohmann::json& fields);
  [[nodiscard]] Mark mark();
  /// Ends the run if any history does not hold or a record is not what its history says.
  void verify();

  StandingClock clock;
  Slate store;
  std::unique_ptr<engine::Process> process;
  engine::Desk desk;
};

}  // namespace fuzz
