#pragma once

#include "engine/store.hpp"
#include "storage/memory_accounts.hpp"
#include "storage/memory_deliveries.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace storage {

/// Everything of one case.
struct Dossier {
  std::optional<engine::CaseRecord> record;
  std::vector<engine::HistoryEntry> history;
  std::vector<engine::Alert> alerts;
};

/// Everything that does not belong to a case.
struct Ground {
  std::map<std::string, std::int64_t, std::less<>> series;
  std::map<std::string, std::string, std::less<>> settings;
  std::map<std::string, engine::Centre> centres;
  std::map<std::string, engine::Person> people;
  std::vector<engine::StoredCalendar> calendars;
  std::set<std::tuple<std::string, std::string, std::string>> transitions;
  std::map<std::string, engine::OutboxItem> outbox;
  std::vector<engine::Attempt> attempts;
  std::int64_t roster_revision = 0;
};

/// What the scheduler keeps.
struct Agenda {
  std::map<std::pair<std::string, std::string>, engine::Told> told;  // by person and key
  std::optional<engine::Lease> lease;
  std::map<engine::Date, engine::Night> nights;
};

/// All that a memory store holds, with the ways to find a case by name.
struct MemoryState {
  using Names = std::map<std::string, std::string, std::less<>>;  // name -> case id

  std::map<std::string, Dossier, std::less<>> cases;
  Names numbers, second_numbers, refs;
  Ground ground;
  Agenda agenda;
  AccountTables accounts;
  DeliveryTables deliveries;
  std::vector<std::string> log;  // the case of every entry in the order of recording

  [[nodiscard]] const engine::CaseRecord* find(std::string_view name) const;
  /// Enters or removes the names of a record; `enter` throws engine::Error if another case has one of them.
  void enter(const engine::CaseRecord& record);
  void remove(const engine::CaseRecord& record);
};

}  // namespace storage
