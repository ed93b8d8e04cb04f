#pragma once

#include "engine/roster.hpp"

#include <vector>

namespace workflows {

/// Refuses what cannot be a centre: no id or name, a doubled id, an unknown level or centre above, a number format or a
/// site that cannot be used. Throws Fault (Usage) naming it.
void check_centres(const std::vector<engine::Centre>& centres);
/// Refuses what cannot be a person: no id, name or role, a doubled id, an unknown centre or role, a term that ends
/// before it begins. Throws Fault (Usage) naming it.
void check_people(const std::vector<engine::Person>& people, const std::vector<engine::Centre>& centres);
void check_person(const engine::Person& person, const std::vector<engine::Centre>& centres);

}  // namespace workflows
