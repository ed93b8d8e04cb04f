#include "engine/case_fold.hpp"

#include <algorithm>

namespace engine {

CaseFold::CaseFold(const Process& process) : process_(&process), matter_(process.fresh()) {
  record_.head = genesis_hash();
}

CaseFold::CaseFold(const Process& process, CaseRecord record)
    : process_(&process), record_(std::move(record)), matter_(process.restore(record_)) {}

void CaseFold::apply(const HistoryEntry& entry, const std::vector<ClockEntry>& clocks) {
  matter_->apply(entry);
  for (const ClockEntry& clock : clocks) fold(record_.deadlines, clock);
  const bool first = record_.revision == 0;
  if (first) {
    record_.id = entry.case_id;
    record_.arrived_at = entry.occurred_at;
  }
  record_.revision = entry.seq;
  record_.head = entry.hash;
  record_.state = entry.state_after;
  record_.holder = entry.holder;
  record_.centre = entry.centre;
  record_.last_occurred_at = first ? entry.occurred_at : std::max(record_.last_occurred_at, entry.occurred_at);
  record_.open = !process_->is_final(entry.state_after);
}

const CaseRecord& CaseFold::project() {
  matter_->project(record_);
  return record_;
}

}  // namespace engine
