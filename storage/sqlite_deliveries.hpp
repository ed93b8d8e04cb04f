#pragma once

#include "engine/deliver/rows.hpp"
#include "storage/connection.hpp"

#include <string>

namespace storage {

/// The deliveries of one organisation within one SQLite transaction.
class SqliteDeliveries final : public engine::DeliveryRows {
 public:
  SqliteDeliveries(Connection& connection, const std::string& org) : connection_(connection), org_(org) {}

  std::vector<engine::OutboxItem> open_items(std::int64_t limit) override;
  std::optional<engine::OutboxItem> item(std::string_view id) override;
  std::vector<engine::Delivery> of_item(std::string_view item) override;
  std::vector<engine::Delivery> of_message(std::string_view message) override;
  std::vector<engine::Delivery> in_state(engine::Delivery::State state, std::int64_t limit) override;
  std::map<std::string, std::int64_t, std::less<>> tried(engine::Instant after, engine::Instant until) override;
  void put(const engine::Delivery& row) override;
  void close(std::string_view item, std::optional<engine::Instant> at) override;

 private:
  Connection& connection_;
  const std::string& org_;
};

}  // namespace storage
