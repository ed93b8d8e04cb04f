#pragma once

#include "engine/deliver/rows.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>

namespace storage {

/// What became of the messages of the outbox.
struct DeliveryTables {
  std::map<std::pair<std::string, std::string>, engine::Delivery> rows;  // by item and channel
  std::map<std::string, engine::Instant, std::less<>> closed;            // items, and when
};

/// The twin of SqliteDeliveries on tables in memory; both are asked for at each call.
class MemoryDeliveries final : public engine::DeliveryRows {
 public:
  using Outbox = std::map<std::string, engine::OutboxItem>;
  MemoryDeliveries(std::function<DeliveryTables&()> tables, std::function<const Outbox&()> outbox)
      : tables_(std::move(tables)), outbox_(std::move(outbox)) {}

  std::vector<engine::OutboxItem> open_items(std::int64_t limit) override;
  std::optional<engine::OutboxItem> item(std::string_view id) override;
  std::vector<engine::Delivery> of_item(std::string_view item) override;
  std::vector<engine::Delivery> of_message(std::string_view message) override;
  std::vector<engine::Delivery> in_state(engine::Delivery::State state, std::int64_t limit) override;
  std::map<std::string, std::int64_t, std::less<>> tried(engine::Instant after, engine::Instant until) override;
  void put(const engine::Delivery& row) override;
  void close(std::string_view item, std::optional<engine::Instant> at) override;

 private:
  std::function<DeliveryTables&()> tables_;
  std::function<const Outbox&()> outbox_;
};

}  // namespace storage
