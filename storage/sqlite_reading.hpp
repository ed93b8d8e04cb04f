#pragma once

#include "engine/store.hpp"
#include "storage/case_rows.hpp"
#include "storage/connection.hpp"
#include "storage/counts.hpp"
#include "storage/sqlite_accounts.hpp"
#include "storage/sqlite_deliveries.hpp"

namespace storage {

/// What can be read in one SQLite transaction; SqliteWriting adds what can be written.
class SqliteReading : public engine::Writing {
 public:
  SqliteReading(Connection& connection, const std::string& org)
      : connection_(connection),
        org_(org),
        rows_(connection, org),
        accounts_(connection, org),
        deliveries_(connection, org) {}

  std::optional<engine::CaseRecord> find_case(std::string_view name) override;
  void each_case(const engine::CaseFilter& filter,
                 const std::function<bool(const engine::CaseRecord&)>& visit) override;
  std::vector<engine::HistoryEntry> history(std::string_view case_id) override;
  bool each_entry(const std::function<bool(const engine::HistoryEntry&)>& visit) override;
  void each_file(const engine::IdRange& range, const std::function<void(const engine::CaseFile&)>& visit) override;
  engine::IdRange range_after(std::string_view after, std::int64_t entries) override;

  void each_warned(engine::Instant until, const std::function<bool(const engine::DeadlineRow&)>& visit) override;
  std::vector<engine::DeadlineRow> unalerted(engine::Instant until, std::int64_t limit) override;
  std::vector<engine::DeadlineRow> expired(std::string_view deadline, engine::Instant until,
                                           std::int64_t limit) override;
  std::vector<engine::ClockCount> clock_counts() override;
  std::int64_t open_cases() override;
  std::vector<engine::StateCount> open_by_state() override;
  std::int64_t all_cases() override;
  std::int64_t provisional_clocks() override;

  std::vector<engine::Alert> alerts(std::string_view case_id) override;
  std::vector<engine::Attempt> attempts() override;
  std::vector<engine::Centre> centres() override;
  std::vector<engine::Person> people() override;
  std::vector<engine::StoredCalendar> stored_calendars() override;
  std::int64_t roster_revision() override;
  std::int64_t calendar_revision() override;
  std::optional<std::string> setting(std::string_view key) override;
  std::vector<std::pair<std::string, std::int64_t>> series() override;
  engine::AccountRows& accounts() override { return accounts_; }
  engine::DeliveryRows& deliveries() override { return deliveries_; }

  std::optional<engine::Instant> next_alert(engine::Instant after) override;
  std::int64_t count_unalerted(engine::Instant until) override;
  std::optional<engine::Instant> next_due(std::string_view deadline, engine::Instant after) override;
  void each_alert_since(engine::Instant from, const std::function<bool(const engine::Alert&)>& visit) override;
  std::int64_t position() override;
  std::vector<std::string> moved_since(std::int64_t position) override;
  void each_head(const std::function<void(std::string_view, std::int64_t, std::string_view)>& visit) override;
  std::optional<engine::Told> told(std::string_view person, std::string_view key) override;
  std::optional<engine::Lease> lease() override;
  std::optional<engine::Night> night(engine::Date day) override;
  std::vector<engine::Night> nights(std::int64_t limit) override;

 protected:
  class Walk;
  std::int64_t counted(const char* what);
  std::vector<engine::DeadlineRow> read_clocks(Query& query);

  Connection& connection_;
  const std::string& org_;
  CaseRows rows_;
  SqliteAccounts accounts_;
  SqliteDeliveries deliveries_;
  Tally differences_;  // what this transaction adds to the counts, not yet written
};

}  // namespace storage
