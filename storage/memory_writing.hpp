#pragma once

#include "storage/memory_reading.hpp"

namespace storage {

/// The engine's hand in one transaction on a memory state; it keeps what it touches, so that it can be undone.
class MemoryWriting final : public MemoryReading {
 public:
  using MemoryReading::MemoryReading;

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

  /// Throws engine::Error if an earlier call failed and the failure was passed over.
  void finish() const;
  /// Puts everything back as it was.
  void undo();

 private:
  Dossier& touch(const std::string& case_id);
  Ground& touch_ground();
  Agenda& touch_agenda();
  AccountTables& account_tables() override;
  DeliveryTables& delivery_tables() override;
  [[noreturn]] void refuse(const char* code, const std::string& why);

  std::map<std::string, std::optional<Dossier>> before_;
  std::optional<Ground> ground_before_;
  std::optional<Agenda> agenda_before_;
  std::optional<AccountTables> accounts_before_;
  std::optional<DeliveryTables> deliveries_before_;
  std::size_t logged_ = 0;  // entries of this transaction in the log
  bool broken_ = false;
};

}  // namespace storage
