#include "storage/memory_deliveries.hpp"

#include <algorithm>
#include <set>

namespace storage {

using engine::Delivery;
using engine::Instant;
using engine::OutboxItem;

namespace {

template <class Rows>
void keep_first(Rows& rows, std::int64_t limit) {
  if (limit >= 0 && std::ssize(rows) > limit) rows.resize(static_cast<std::size_t>(limit));
}

template <class Fits>
std::vector<Delivery> rows_that(const DeliveryTables& tables, Fits fits) {
  std::vector<Delivery> found;
  for (const auto& [key, row] : tables.rows)
    if (fits(row)) found.push_back(row);
  return found;
}

}  // namespace

std::vector<OutboxItem> MemoryDeliveries::open_items(std::int64_t limit) {
  const auto& closed = tables_().closed;
  std::vector<OutboxItem> found;
  for (const auto& [id, item] : outbox_())
    if (!closed.contains(id)) found.push_back(item);
  std::ranges::stable_sort(found, {}, &OutboxItem::created_at);
  keep_first(found, limit);
  return found;
}

std::optional<OutboxItem> MemoryDeliveries::item(std::string_view id) {
  const auto& all = outbox_();
  const auto at = all.find(std::string(id));
  return at == all.end() ? std::nullopt : std::optional(at->second);
}

std::vector<Delivery> MemoryDeliveries::of_item(std::string_view item) {
  return rows_that(tables_(), [&](const Delivery& row) { return row.item == item; });
}

std::vector<Delivery> MemoryDeliveries::of_message(std::string_view message) {
  return rows_that(tables_(), [&](const Delivery& row) { return row.message == message; });
}

std::vector<Delivery> MemoryDeliveries::in_state(Delivery::State state, std::int64_t limit) {
  auto found = rows_that(tables_(), [&](const Delivery& row) { return row.state == state; });
  std::ranges::stable_sort(found, std::greater{}, &Delivery::tried_at);
  keep_first(found, limit);
  return found;
}

std::map<std::string, std::int64_t, std::less<>> MemoryDeliveries::tried(Instant after, Instant until) {
  std::map<std::string, std::set<std::string>> messages;
  for (const auto& [key, row] : tables_().rows)
    if (row.tried_at > after && row.tried_at <= until) messages[row.channel].insert(row.message);
  std::map<std::string, std::int64_t, std::less<>> found;
  for (const auto& [channel, each] : messages) found.emplace(channel, std::ssize(each));
  return found;
}

void MemoryDeliveries::put(const Delivery& row) { tables_().rows[{row.item, row.channel}] = row; }

void MemoryDeliveries::close(std::string_view item, std::optional<Instant> at) {
  auto& closed = tables_().closed;
  if (at) {
    closed.insert_or_assign(std::string(item), *at);
  } else if (const auto found = closed.find(item); found != closed.end()) {
    closed.erase(found);
  }
}

}  // namespace storage
