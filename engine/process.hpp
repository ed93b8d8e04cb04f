#pragma once

#include "engine/case_record.hpp"
#include "engine/history.hpp"
#include "engine/roster.hpp"
#include "engine/step.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

class Site;
class World;

/// What somebody wants of a case: roles reach differently far for either.
enum class Purpose { Reading, Acting };

/// One line of the transition relation: storage enforces it a second time.
struct Transition {
  std::string_view event;
  std::string_view from;  // empty: the case does not exist yet
  std::string_view to;
};

/// When an alert of a level falls due for a deadline. `Before` is counted back from the due instant in open time,
/// `After` forward; `StartOfDay` is the opening of the n-th counted working day; `DayAfterStart` the closing of a day;
/// `DayBeforeDue` the opening of the working day on or before the n-th day before the due one, never before the start.
struct LevelRule {
  enum class Basis { ClockAfterStart, WorkingDayOpening, CalendarDay, DayBeforeDue, AtDue, OpenAfterDue };

  std::string_view level;  // "amber", "red", "director"
  Basis basis;
  std::chrono::minutes minutes{0};  // ClockAfterStart, OpenAfterDue
  int days = 0;                     // WorkingDayOpening, CalendarDay (last working day on or before it), DayBeforeDue
  std::string_view tells;           // "holder", "role:supervisor", "role:director"
};

/// A clock a case can have: one of the three promises of the standard, or a limit inside the process.
struct DeadlineKind {
  std::string_view name;
  bool standard;                    // counted in `summary`
  std::string_view event_when_due;  // the system's event when it passes ("lapse"), empty: only alerts
  std::vector<LevelRule> levels;    // in order of time
};

/// What a case needs to know of the world when it is judged: pure data.
struct Surroundings {
  const std::vector<Person>* people;  // the roster of the organisation
  const std::vector<Centre>* centres;
  const CaseRecord* record;  // as loaded; a fresh one for an arrival
  const Site* site;          // the hours and settings of the case's centre
};

/// The process's own view of one case for the time of one trip: decide is pure, apply folds one entry.
class Matter {
 public:
  virtual ~Matter() = default;

  /// Judges a happening against the case as it stands. Reads no clock, changes nothing.
  [[nodiscard]] virtual Decision decide(const Happening& happening, const Surroundings& around) const = 0;

  /// Folds an accepted step into the facts: the same function for a new step and for a replay.
  /// An unknown event or facts that cannot be read throw engine::Error naming the case.
  virtual void apply(const HistoryEntry& entry) = 0;

  /// What can be done now, each with what it needs and what still stands in its way.
  [[nodiscard]] virtual std::vector<Possible> possible(const Surroundings& around) const = 0;

  /// Writes what lists show (kind, channel, subject, emergency, second_number, ref, open, number) and the facts.
  virtual void project(CaseRecord& record) const = 0;
};

/// A kind of case the engine can move: the port that workflows/ implements. Immutable and thread-safe.
class Process {
 public:
  virtual ~Process() = default;

  [[nodiscard]] virtual std::string_view name() const = 0;
  [[nodiscard]] virtual const std::vector<Transition>& transitions() const = 0;
  [[nodiscard]] virtual const std::vector<DeadlineKind>& deadline_kinds() const = 0;
  [[nodiscard]] virtual bool is_final(std::string_view state) const = 0;
  /// Does the event stand beside the way (a note, a new count of the limits)? A step that happened before such an entry
  /// may still be told after it; all other steps stand in the order in which they happened.
  [[nodiscard]] virtual bool stands_beside(std::string_view event) const = 0;

  /// The person who must do what the clock counts, where that is not the holder of the case; else empty.
  [[nodiscard]] virtual std::string owes(const CaseRecord& record, const Deadline& deadline) const = 0;

  /// A case that does not exist yet; its first event is the arrival.
  [[nodiscard]] virtual std::unique_ptr<Matter> fresh() const = 0;
  /// A stored case; an unknown state or facts newer than this program throw engine::Error with the case number.
  [[nodiscard]] virtual std::unique_ptr<Matter> restore(const CaseRecord& record) const = 0;

  /// May somebody with these roles do this (an event's or a command's name)? The table is data.
  [[nodiscard]] virtual bool permits(const std::vector<std::string>& roles, std::string_view action) const = 0;

  /// Do the actor's roles reach all cases of a centre? The table is data.
  [[nodiscard]] virtual bool reaches(const Actor& actor, Purpose purpose, std::string_view centre,
                                     const std::vector<Centre>& centres) const = 0;
  /// May the actor know of this case: by reach, or by a part in it (as its holder, receiver ...) wherever it is?
  [[nodiscard]] virtual bool may_see(const Actor& actor, const CaseRecord& record, const World& world) const = 0;
};

}  // namespace engine
