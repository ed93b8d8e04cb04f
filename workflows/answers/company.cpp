#include "workflows/answers/company.hpp"

#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "workflows/facts_json.hpp"
#include "workflows/words/characters.hpp"

#include <array>

namespace workflows {
namespace {

using engine::mark;

constexpr std::array<std::string_view, 3> task_statuses{"open", "reported", "dropped"};

std::string told(const std::string& text, bool names) { return names || text.empty() ? text : "**"; }

}  // namespace

Company company_of(const engine::CaseRecord& record, bool names) {
  Facts facts;
  if (!record.facts.empty()) from_json(record.facts, record.facts_version, facts);
  Company company;
  for (const auto& name : facts.representatives) company.representatives.push_back(names ? name : mask(name));
  company.mediators = facts.mediators;
  company.responsible = facts.responsible;
  for (const auto& task : facts.tasks)
    company.tasks.push_back({task.unit, task.person, told(task.what, names),
                             std::string(task_statuses.at(static_cast<std::size_t>(task.status)))});
  for (const auto& question : facts.questions)
    company.questions.push_back({told(question.text, names), question.answerer, question.answered});
  for (const auto& claim : facts.claims) company.claims.push_back({claim.id, claim.number, claim.open});
  company.group = facts.group;
  company.merged_into = facts.merged_into;
  company.absorbed = facts.absorbed;
  return company;
}

nlohmann::json company_json(const Company& company) {
  nlohmann::json result = {{"representatives", company.representatives},
                           {"mediators", company.mediators},
                           {"responsible", company.responsible},
                           {"tasks", nlohmann::json::array()},
                           {"questions", nlohmann::json::array()},
                           {"claims", nlohmann::json::array()},
                           {"group", company.group},
                           {"merged_into", company.merged_into},
                           {"absorbed", company.absorbed}};
  for (const auto& task : company.tasks)
    result["tasks"].push_back(
        {{"unit", task.unit}, {"person", task.person}, {"what", task.what}, {"status", task.status}});
  for (const auto& question : company.questions)
    result["questions"].push_back(
        {{"text", question.text}, {"answerer", question.answerer}, {"answered", question.answered}});
  for (const auto& claim : company.claims)
    result["claims"].push_back({{"id", claim.id}, {"case", claim.number}, {"open", claim.open}});
  return result;
}

std::string task_word(const Language& language, std::string_view status) {
  if (status == "open") return language.translate(mark("being worked on"));
  if (status == "reported") return language.translate(mark("reported"));
  return language.translate(mark("dropped"));
}

}  // namespace workflows
