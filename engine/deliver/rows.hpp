#pragma once

#include "engine/instant.hpp"
#include "engine/store.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// How one message of the outbox stands on one channel. Several rows with the same `message` travel as one digest.
struct Delivery {
  enum class State { Trying, Sent, Dead };

  std::string item;     // id in the outbox
  std::string channel;  // name
  std::string message;  // the id the receiver sees; the same at every attempt
  State state = State::Trying;
  int attempts = 0;
  Instant tried_at{};  // the last attempt
  Instant next_at{};   // when it is tried again if nobody says how the last attempt went
  std::string error;   // why the last attempt failed

  friend bool operator==(const Delivery&, const Delivery&) = default;
};

/// What is stored of deliveries, within one transaction; the changing calls belong into Store::write.
class DeliveryRows {
 public:
  virtual ~DeliveryRows() = default;

  /// Messages that are not closed yet, the oldest first.
  virtual std::vector<OutboxItem> open_items(std::int64_t limit) = 0;
  /// The item whatever its state; nothing if there is none.
  virtual std::optional<OutboxItem> item(std::string_view id) = 0;
  virtual std::vector<Delivery> of_item(std::string_view item) = 0;
  virtual std::vector<Delivery> of_message(std::string_view message) = 0;
  /// All of one state, the last tried first.
  virtual std::vector<Delivery> in_state(Delivery::State state, std::int64_t limit) = 0;
  /// How many messages each channel tried in (after, until].
  virtual std::map<std::string, std::int64_t, std::less<>> tried(Instant after, Instant until) = 0;
  virtual void put(const Delivery& row) = 0;
  /// Nothing more is to be done for the message; or (nothing) there is again.
  virtual void close(std::string_view item, std::optional<Instant> at) = 0;
};

}  // namespace engine
