#include "storage/sqlite_deliveries.hpp"

namespace storage {

using engine::Delivery;
using engine::OutboxItem;

namespace {

std::vector<OutboxItem> items_in(Query& query) {
  std::vector<OutboxItem> found;
  while (query.step()) {
    OutboxItem& item = found.emplace_back();
    query.row() >> item.id >> item.case_id >> item.to >> item.subject >> item.created_at;
  }
  return found;
}

std::vector<Delivery> rows_in(Query& query) {
  std::vector<Delivery> found;
  while (query.step()) {
    Delivery& d = found.emplace_back();
    int state = 0;
    query.row() >> d.item >> d.channel >> d.message >> state >> d.attempts >> d.tried_at >> d.next_at >> d.error;
    d.state = static_cast<Delivery::State>(state);
  }
  return found;
}

}  // namespace

std::vector<OutboxItem> SqliteDeliveries::open_items(std::int64_t limit) {
  Query query = connection_.take(
      "SELECT id, case_id, \"to\", subject, created_at FROM outbox INDEXED BY outbox_open "
      "WHERE org = ? AND delivered_at IS NULL ORDER BY created_at, id LIMIT ?");
  return items_in(query.with(org_, limit));
}

std::optional<OutboxItem> SqliteDeliveries::item(std::string_view id) {
  Query query =
      connection_.take("SELECT id, case_id, \"to\", subject, created_at FROM outbox WHERE org = ? AND id = ?");
  auto found = items_in(query.with(org_, id));
  return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Delivery> SqliteDeliveries::of_item(std::string_view item) {
  Query query = connection_.take(
      "SELECT item, channel, message, state, attempts, tried_at, next_at, error FROM deliveries "
      "WHERE org = ? AND item = ? ORDER BY channel");
  return rows_in(query.with(org_, item));
}

std::vector<Delivery> SqliteDeliveries::of_message(std::string_view message) {
  Query query = connection_.take(
      "SELECT item, channel, message, state, attempts, tried_at, next_at, error FROM deliveries "
      "INDEXED BY deliveries_message WHERE org = ? AND message = ? ORDER BY item, channel");
  return rows_in(query.with(org_, message));
}

std::vector<Delivery> SqliteDeliveries::in_state(Delivery::State state, std::int64_t limit) {
  Query query = connection_.take(
      "SELECT item, channel, message, state, attempts, tried_at, next_at, error FROM deliveries "
      "WHERE org = ? AND state = ? ORDER BY tried_at DESC, item LIMIT ?");
  return rows_in(query.with(org_, static_cast<int>(state), limit));
}

std::map<std::string, std::int64_t, std::less<>> SqliteDeliveries::tried(engine::Instant after, engine::Instant until) {
  Query query = connection_.take(
      "SELECT channel, count(DISTINCT message) FROM deliveries INDEXED BY deliveries_tried "
      "WHERE org = ? AND tried_at > ? AND tried_at <= ? GROUP BY channel");
  query.with(org_, after, until);
  std::map<std::string, std::int64_t, std::less<>> found;
  while (query.step()) {
    std::string channel;
    std::int64_t n = 0;
    query.row() >> channel >> n;
    found.emplace(std::move(channel), n);
  }
  return found;
}

void SqliteDeliveries::put(const Delivery& d) {
  connection_
      .take(
          "INSERT INTO deliveries (org, item, channel, message, state, attempts, tried_at, next_at, error) "
          "VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (org, item, channel) DO UPDATE SET message = excluded.message, "
          "state = excluded.state, attempts = excluded.attempts, tried_at = excluded.tried_at, "
          "next_at = excluded.next_at, error = excluded.error")
      .with(org_, d.item, d.channel, d.message, static_cast<int>(d.state), d.attempts, d.tried_at, d.next_at, d.error)
      .run();
}

void SqliteDeliveries::close(std::string_view item, std::optional<engine::Instant> at) {
  connection_.take("UPDATE outbox SET delivered_at = ? WHERE org = ? AND id = ?").with(at, org_, item).run();
}

}  // namespace storage
