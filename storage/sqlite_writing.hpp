#pragma once

#include "storage/sqlite_reading.hpp"

namespace storage {

/// The engine's hand in one SQLite transaction. Once a call has failed the transaction can no longer be finished.
class SqliteWriting final : public SqliteReading {
 public:
  using SqliteReading::SqliteReading;

  std::int64_t take_number(std::string_view series) override;
  void append(const engine::HistoryEntry& entry) override;
  void put_case(const engine::CaseRecord& record) override;
  bool raise(const engine::Alert& alert) override;
  void post(const engine::OutboxItem& item) override;
  void note_attempt(const engine::Attempt& attempt) override;
  void put_centre(const engine::Centre& centre) override;
  void put_person(const engine::Person& person) override;
  std::int64_t put_calendar(engine::StoredCalendar layer) override;
  void put_setting(std::string_view key, std::string_view value) override;
  void put_transitions(const std::vector<engine::Transition>& relation) override;
  void put_told(const engine::Told& told) override;
  void put_lease(const engine::Lease& lease) override;
  bool put_night(const engine::Night& night) override;

  /// Writes what is still held back. Throws engine::Error if an earlier call failed and the failure was passed over.
  void finish();
  /// Throws as `finish` does, and writes nothing.
  void check() const;
  /// The counts that were held back, to be given up (`drop`) when a part of the transaction is rolled back.
  [[nodiscard]] Tally mark() const { return differences_; }
  void back_to(Tally mark);

 private:
  class Pledge;

  void renew(const engine::CaseRecord& before, const engine::CaseRecord& record);
  void settle_alert(const engine::Alert& alert);
  void note_roster_change();

  bool broken_ = false;
  std::string arrived_;  // the case whose first entry was appended last and that has no record yet
};

}  // namespace storage
