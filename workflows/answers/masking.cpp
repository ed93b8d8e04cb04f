#include "workflows/answers/masking.hpp"

#include "engine/json.hpp"
#include "workflows/words/characters.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace workflows {
namespace {

// Who watches, archives, audits or administers needs the course of a case, not who it is about.
constexpr std::array<std::string_view, 4> without_names = {"archivist", "supervisor", "auditor", "administrator"};

constexpr std::array<std::string_view, 11> naming_fields = {
    "party", "parties", "representatives", "respondents", "signed", "guardian",
    "by",    "contact", "external_no",     "ref_person",  "phone"};
// Free text may hold names: it is shown only to those who may see names.
constexpr std::array<std::string_view, 6> telling_fields = {"about", "claim", "text", "content", "value", "old"};

bool one_of(const auto& names, std::string_view name) { return std::ranges::find(names, name) != names.end(); }

void mask_value(nlohmann::json& value) {
  if (value.is_string()) value = mask(value.get<std::string>());
  if (!value.is_array()) return;
  for (auto& each : value) mask_value(each);
}

}  // namespace

bool sees_names(const engine::Actor& actor, const engine::CaseRecord& record) {
  if (actor.person == record.holder) return true;
  return std::ranges::any_of(actor.roles, [](const std::string& role) { return !one_of(without_names, role); });
}

void mask_names(nlohmann::json& fields) {
  for (auto& [name, value] : fields.items()) {
    if (one_of(naming_fields, name)) mask_value(value);
    if (one_of(telling_fields, name) && value.is_string()) value = "**";
  }
}

std::string subject_for(const engine::Actor& actor, const engine::CaseRecord& record) {
  return record.subject.empty() || sees_names(actor, record) ? record.subject : "**";
}

}  // namespace workflows
