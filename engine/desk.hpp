#pragma once

#include "engine/clock.hpp"
#include "engine/process.hpp"
#include "engine/sight.hpp"
#include "engine/store.hpp"
#include "engine/trip.hpp"
#include "engine/world.hpp"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace engine {

/// The only place where cases change: read, decide, write, say - one transaction a command. Thread-safe.
class Desk {
 public:
  Desk(Store& store, const Process& process, const Clock& clock);

  /// Opens a case (`case_name` empty; the event must be the arrival) or moves one, named by id, register number,
  /// second number or outside reference. Durable when it returns. A refusal changes nothing; one for lack of
  /// permission is recorded as an attempt. A case that the actor may not see is refused as one that is not there.
  /// Faults of the world throw engine::Error.
  [[nodiscard]] Answer tell(std::string_view case_name, const Happening& happening);

  /// Moves many cases in one transaction: `work` is given a Batch to open trips in.
  template <class Work>
  void together(Work&& work) {
    store_.write([&](Writing& writing) {
      bring_relation(writing);
      const auto as_it_stands = world(writing);
      Batch batch(writing, process_, *as_it_stands, clock_.now());
      work(batch);
    });
    relation_known_ = true;
  }

  /// What can be done now with a case; nothing if the case is not found.
  [[nodiscard]] std::optional<std::vector<Possible>> possible(std::string_view case_name);

  /// The actor for a person on the roster; nothing if there is none in service now.
  [[nodiscard]] std::optional<Actor> actor(std::string_view person_or_login);

  /// Refuses and records the attempt if none of the actor's roles has this command; used by commands that change no
  /// case (import, backup, calendar ...). Nothing means permitted.
  [[nodiscard]] std::optional<Refusal> denied(const Actor& actor, std::string_view command);
  /// The same if the actor's roles do not reach the centre to act there: its hours, its place among the centres ...
  [[nodiscard]] std::optional<Refusal> denied_at(const Actor& actor, std::string_view command, std::string_view centre);
  /// The same for putting a person on the roster or changing one: where the person is and will be must be reached, and
  /// nobody gives a role that reaches further than the own.
  [[nodiscard]] std::optional<Refusal> denied_person(const Actor& actor, const Person& wanted);

  /// What the actor may see of the cases, as the roster stands in this reading.
  [[nodiscard]] Sight sight(Reading& reading, const Actor& actor);
  /// Records that the actor named a case that others have; the answer is that there is no such case.
  void note_unseen(const Actor& actor, std::string_view command, std::string_view case_number);

  [[nodiscard]] Store& store() { return store_; }
  [[nodiscard]] const Process& process() const { return process_; }
  [[nodiscard]] Instant now() const { return clock_.now(); }
  /// The roster and sites as they stand in this reading; loaded anew only when they have changed.
  [[nodiscard]] std::shared_ptr<const World> world(Reading& reading);
  /// The same within a transaction, which may change them and yet come to nothing.
  [[nodiscard]] std::shared_ptr<const World> world(Writing& writing);

 private:
  Refusal beyond_reach(const Actor& actor, std::string_view command, const char* message, std::string_view about);
  /// A database made by an earlier program learns this program's transition relation with the first step it takes.
  void bring_relation(Writing& writing) const;

  Store& store_;
  const Process& process_;
  const Clock& clock_;
  std::atomic<bool> relation_known_ = false;  // stored, not only written in a transaction that may fail
  std::mutex mutex_;
  std::shared_ptr<const World> world_;
};

}  // namespace engine
