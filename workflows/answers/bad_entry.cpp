#include "workflows/answers/bad_entry.hpp"

#include "engine/json.hpp"
#include "engine/mark.hpp"

#include <array>

namespace workflows {
namespace {

using engine::mark;
using Fault = engine::BadEntry::Fault;

struct FaultWords {
  std::string_view code;
  const char* message;
};

/// In the order of BadEntry::Fault.
constexpr std::array fault_words{
    FaultWords{"changed_entry", mark("the entry was changed: its hash does not fit its content")},
    FaultWords{"broken_chain", mark("the entry does not follow the one before: one was removed, moved or put in")},
    FaultWords{"gap", mark("an entry before this one is missing")},
    FaultWords{"cut_tail", mark("the record knows of more entries than there are: the end was cut off")},
    FaultWords{"forbidden_step", mark("the process knows no such step")},
    FaultWords{"record_differs", mark("the record is not what the history gives")},
    FaultWords{"missing_case", mark("history and record do not belong together: one of them is missing")},
    FaultWords{"missing_number", mark("a number was given and no case has it: a whole case is gone")},
    FaultWords{"unreadable", mark("the entry cannot be read")},
};

const FaultWords& words(Fault fault) { return fault_words.at(static_cast<std::size_t>(fault)); }

}  // namespace

std::string_view fault_code(Fault fault) { return words(fault).code; }

std::string bad_entry_words(const Language& language, Fault fault) { return language.translate(words(fault).message); }

nlohmann::json bad_entry_json(const Language& language, const engine::BadEntry& bad) {
  return {{"fault", fault_code(bad.fault)}, {"case", bad.case_number},
          {"case_id", bad.case_id},         {"seq", bad.seq},
          {"detail", bad.detail},           {"message", bad_entry_words(language, bad.fault)}};
}

}  // namespace workflows
