#pragma once

#include "engine/case_fold.hpp"
#include "engine/clock_text.hpp"
#include "engine/process.hpp"
#include "engine/store.hpp"
#include "engine/world.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace engine {

/// One step that was taken.
struct Taken {
  HistoryEntry entry;              // the line that was added
  std::vector<ClockEntry> clocks;  // what the step did to the clocks, counted
  std::vector<Telling> tell;
  std::vector<Companion> also;  // what must follow on other cases in the same transaction
};

/// What came of a command that was accepted.
struct Done : Taken {
  CaseRecord record;  // as it now stands
};

using Answer = std::variant<Done, Refusal>;

/// How late an entry may be typed before it counts as a late entry (补录) and is marked as one.
inline constexpr std::chrono::minutes late_entry_after{15};

/// One case on its way through one transaction. Steps are judged and appended at once; `store` writes where the case
/// then stands.
class Trip {
 public:
  /// A case that does not exist yet: its first step must be the arrival.
  Trip(Writing& writing, const Process& process, const World& world, Instant now, std::string centre);
  /// A stored case.
  Trip(Writing& writing, const Process& process, const World& world, Instant now, CaseRecord record);

  /// Judges one happening and appends what follows. A refusal leaves the trip as it was.
  [[nodiscard]] std::variant<Taken, Refusal> step(Happening happening);

  /// Counts the running clocks of the case anew through the calendar as it now stands; gives nothing if no due instant
  /// moves. The recount is an entry of its own and names old and new due instants (field-lessons row 1).
  [[nodiscard]] std::optional<Taken> recount(const Actor& actor, std::string_view why);

  /// Writes the record; call once after the last step.
  void store();

  [[nodiscard]] const CaseRecord& record() const { return case_.record(); }
  [[nodiscard]] const Matter& matter() const { return case_.matter(); }

 private:
  [[nodiscard]] std::optional<Refusal> refused_before_judging(const Happening& happening) const;
  [[nodiscard]] Instant last_moved(Instant at) const;
  [[nodiscard]] std::optional<Refusal> late_without_reason(const Step& step, const Happening& happening) const;
  [[nodiscard]] Refusal refuse(Refusal refusal, const Happening& happening);
  [[nodiscard]] Surroundings around() const;
  [[nodiscard]] const Site& site() const;
  void take_numbers(const Step& step, Happening& happening);
  [[nodiscard]] std::vector<ClockEntry> count(const Step& step) const;
  [[nodiscard]] HistoryEntry append(const Step& step, const Happening& happening,
                                    const std::vector<ClockEntry>& clocks);

  Writing& writing_;
  const Process& process_;
  const World& world_;
  Instant now_;
  std::string centre_;  // where the case is: its holder's centre, and before reception where it arrived
  CaseFold case_;
};

/// Opens trips within one transaction.
class Batch {
 public:
  Batch(Writing& writing, const Process& process, const World& world, Instant now)
      : writing_(writing), process_(process), world_(world), now_(now) {}

  [[nodiscard]] Trip open(std::string centre) { return {writing_, process_, world_, now_, std::move(centre)}; }
  /// Nothing if there is no such case.
  [[nodiscard]] std::optional<Trip> find(std::string_view case_name);

  [[nodiscard]] Writing& writing() { return writing_; }
  [[nodiscard]] const World& world() const { return world_; }
  [[nodiscard]] Instant now() const { return now_; }

 private:
  Writing& writing_;
  const Process& process_;
  const World& world_;
  Instant now_;
};

}  // namespace engine
