#pragma once

#include "engine/case_record.hpp"
#include "engine/happening.hpp"

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace workflows {

/// True if the actor needs the names of the parties: who holds the case, or has a role that works with people.
[[nodiscard]] bool sees_names(const engine::Actor& actor, const engine::CaseRecord& record);
/// Masks the names of parties in the fields of a history entry, in place.
void mask_names(nlohmann::json& fields);
/// What the case is about, for the actor's eyes: free text may hold names.
[[nodiscard]] std::string subject_for(const engine::Actor& actor, const engine::CaseRecord& record);

}  // namespace workflows
