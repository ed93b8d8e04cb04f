#pragma once

#include "cli/import/ledger_import.hpp"
#include "engine/desk.hpp"
#include "engine/verify.hpp"
#include "storage/memory_store.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace import_tests {

/// A clock that stands.
class StandingClock : public engine::Clock {
 public:
  explicit StandingClock(engine::Instant at) : at_(at) {}
  [[nodiscard]] engine::Instant now() const override { return at_; }

 private:
  engine::Instant at_;
};

/// A centre with one clerk and a clock that stands, in memory.
class ACentre {
 public:
  explicit ACentre(std::string_view now = "2026-06-01 12:00");

  /// Imports the text of a file.
  cli::ImportReport import(const std::string& text, bool dry_run = false) {
    return import(text, dry_run, [](std::int64_t) { return true; });
  }
  cli::ImportReport import(const std::string& text, bool dry_run, const std::function<bool(std::int64_t)>& going_on);

  [[nodiscard]] engine::CaseRecord found(std::string_view name);
  [[nodiscard]] std::int64_t cases();
  [[nodiscard]] engine::VerifyReport verified();
  /// All history as `export --format jsonl` writes it.
  [[nodiscard]] std::string exported();
  [[nodiscard]] engine::Instant at(std::string_view text) const;

  storage::MemoryStore store;
  std::unique_ptr<engine::Process> process;
  StandingClock clock;
  engine::Desk desk;
};

/// The columns of ledger.csv.
inline const std::string heading =
    "ref,arrived,channel,party,type,description,received,receiver,planned,resolved,outcome,visited\n";

/// A whole row with that ref.
[[nodiscard]] std::string whole_row(const std::string& ref);

}  // namespace import_tests
