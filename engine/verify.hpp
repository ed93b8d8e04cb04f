#pragma once

#include "engine/process.hpp"
#include "engine/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
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

/// Replays the whole history on `threads` threads and compares: hashes, chain, relation, records, clocks, numbers.
/// `progress` is called from the calling thread with the number of entries read so far.
[[nodiscard]] VerifyReport verify(Reading& store, const Process& process, unsigned threads,
                                  const std::function<void(std::int64_t)>& progress = {});

}  // namespace engine
