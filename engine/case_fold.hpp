#pragma once

#include "engine/clock_text.hpp"
#include "engine/process.hpp"

#include <memory>
#include <vector>

namespace engine {

/// One case as the fold of its history. New steps, replays, questions about the past and imports of history all use
/// this one fold, so that they cannot disagree.
class CaseFold {
 public:
  /// A case without history yet.
  explicit CaseFold(const Process& process);
  /// A stored case, to go on from where it stands.
  CaseFold(const Process& process, CaseRecord record);

  /// Folds the next entry. Throws engine::Error if the entry cannot follow (unknown event, unreadable text).
  void apply(const HistoryEntry& entry) { apply(entry, clocks_from(entry.clocks)); }
  /// The same, where the clocks have been read already.
  void apply(const HistoryEntry& entry, const std::vector<ClockEntry>& clocks);

  /// Where the case stands, but for what only `project` writes.
  [[nodiscard]] const CaseRecord& record() const { return record_; }
  /// Writes the process's part (facts, labels) into the record and gives it.
  [[nodiscard]] const CaseRecord& project();

  [[nodiscard]] const Matter& matter() const { return *matter_; }

 private:
  const Process* process_;
  CaseRecord record_;
  std::unique_ptr<Matter> matter_;
};

}  // namespace engine
