#pragma once

#include "engine/deliver/claim.hpp"
#include "engine/deliver/request.hpp"
#include "engine/desk.hpp"
#include "engine/error.hpp"
#include "engine/schedule/ports.hpp"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace cli {

/// What a courier has to tell whoever runs it: a channel that fails (once, until it works again), one that works again,
/// or a fault of the world that will be tried again.
struct CourierNews {
  enum class Kind { Failing, Working, Fault };

  Kind kind;
  std::string channel;
  std::string text;
};

/// Carries the messages of the outbox out of the house while a server runs: records the attempts, makes them, records
/// how they went. Nothing is asked of the store but the settings while there is no channel. A message that was recorded
/// but not marked (the program was killed between) goes again under its id. Channels do not wait for each other.
class Courier {
 public:
  /// Gives why a letter was not taken, empty if it was; may be called on several threads at once.
  using Post = std::function<std::string(const engine::Channel& channel, const engine::Letter& letter)>;
  using Tell = std::function<void(const CourierNews& news)>;

  /// All must outlive the courier. `owner` names the run of the program that holds the lease, or not.
  Courier(engine::Desk& desk, engine::Alarm& alarm, std::string owner, Post post, Tell tell);

  /// Works until the alarm says stop, or the database was replaced under it.
  void run();
  /// One round; gives how long to wait before the next, if nothing changes.
  [[nodiscard]] engine::Milliseconds turn();

 private:
  /// A message on its way.
  struct Errand {
    engine::Parcel parcel;
    engine::Letter letter;
    std::string failure{};
  };
  using Errands = std::vector<Errand>;

  /// What the store says: the channels, how much must be looked at, and what is to be done.
  struct Round {
    std::vector<engine::Channel> channels;
    std::int64_t items = 0;
    engine::DeliveryPlan plan;
  };

  [[nodiscard]] Round look(engine::Instant now);
  [[nodiscard]] Errands claim(const Round& round, engine::Instant now);
  void carry(const Round& round, Errands& errands) const;
  void carry_one_after_another(const engine::Channel& channel, std::span<Errand*> errands) const;
  void settle(std::span<Errand* const> errands) const;
  void tell_how_it_went(const Errands& errands);
  /// False if there is no sense in going on.
  [[nodiscard]] bool recover(const engine::Error& error);

  engine::Desk& desk_;
  engine::Alarm& alarm_;
  std::string owner_;
  Post post_;
  Tell tell_;
  std::map<std::string, std::string> failing_;  // channel -> why
  std::string told_fault_;
};

}  // namespace cli
