#pragma once

#include "engine/process.hpp"
#include "engine/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace engine {

/// The first thing that is wrong with a case's history.
struct BadEntry {
  enum class Fault {
    ChangedEntry,   // the hash does not fit the content
    BrokenChain,    // it does not follow the entry before: removed, reordered or inserted
    Gap,            // a seq is missing
    CutTail,        // the record knows of more entries than there are
    ForbiddenStep,  // the transition is not in the relation
    RecordDiffers,  // the stored record is not the fold of the history
    MissingCase,    // a history without a record, or a record without a history
    MissingNumber,  // a register number was given and no case has it
    Unreadable      // the entry cannot be folded
  };
  Fault fault;
  std::string case_id;
  std::string case_number;
  std::int64_t seq = 0;
  std::string detail;
};

struct VerifyReport {
  std::int64_t cases = 0;
  std::int64_t entries = 0;
  std::int64_t bad_cases = 0;
  std::optional<BadEntry> first_bad;  // of the first bad case in order of case id
  std::string head;  // SHA-256 over the heads of all cases in order of case id: keep it outside the database
};

/// Replays the whole history and compares: hashes, chain, relation, records, clocks, numbers. `views` are of one state,
/// at least one, each for a thread of its own. `progress` is called from the calling thread with the number of entries
/// judged so far.
[[nodiscard]] VerifyReport verify(std::span<Reading* const> views, const Process& process,
                                  const std::function<void(std::int64_t)>& progress = {});

}  // namespace engine
