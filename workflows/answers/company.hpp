#pragma once

#include "engine/case_record.hpp"
#include "workflows/words/language.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace workflows {

/// One claim of a group, a case of its own.
struct ClaimLine {
  std::string id, number;
  bool open = false;
};
/// What another unit has to do in joint handling.
struct TaskLine {
  std::string unit, person;
  std::string what;    // masked unless names may be seen: free text may hold them
  std::string status;  // "open" | "reported" | "dropped"
};
/// A citizen's question.
struct QuestionLine {
  std::string text;  // masked likewise
  std::string answerer;
  bool answered = false;
};

/// Whom and what a case has beside its parties.
struct Company {
  std::vector<std::string> representatives;  // masked unless names may be seen
  std::vector<std::string> mediators;        // person ids
  std::string responsible;                   // for the plan: a person id
  std::vector<TaskLine> tasks;
  std::vector<QuestionLine> questions;
  std::vector<ClaimLine> claims;      // of a group
  std::string group;                  // the number of the group's case that this claim belongs to
  std::string merged_into;            // the number of the case that this one went on in
  std::vector<std::string> absorbed;  // numbers of the cases that went on in this one
};

[[nodiscard]] Company company_of(const engine::CaseRecord& record, bool names);
/// `representatives[] mediators[] responsible tasks[unit person what status] questions[text answerer answered]
/// claims[id case open] group merged_into absorbed[]`.
[[nodiscard]] nlohmann::json company_json(const Company& company);
[[nodiscard]] std::string task_word(const Language& language, std::string_view status);

}  // namespace workflows
