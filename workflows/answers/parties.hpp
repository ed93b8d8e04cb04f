#pragma once

#include "engine/case_record.hpp"
#include "workflows/words/language.hpp"

#include <string>
#include <vector>

namespace workflows {

/// One party of a case as the facts hold it.
struct PartyLine {
  std::string name;     // masked unless names may be seen
  std::string side;     // "claimant" | "respondent"
  std::string consent;  // "none" | "given" | "refused" | "withdrawn"
};

[[nodiscard]] std::vector<PartyLine> parties_of(const engine::CaseRecord& record, bool names);
[[nodiscard]] std::string side_word(const Language& language, std::string_view side);
[[nodiscard]] std::string consent_word(const Language& language, std::string_view consent);

}  // namespace workflows
