#pragma once

#include "engine/process.hpp"
#include "workflows/facts.hpp"
#include "workflows/told.hpp"

#include <optional>
#include <vector>

namespace workflows {

/// People are told by their id on the roster or by a name that only one person in term has: the name is put in the
/// place of the id here. What comes back is what the entry must hold instead of what was told.
[[nodiscard]] std::vector<engine::Added> name_people(Told& told, const std::vector<engine::Person>& people);

/// Somebody who is not on the roster: nobody would ever see what the step gives them. Only what a person tells is
/// asked; a ledger names people who may have left long ago.
[[nodiscard]] std::optional<engine::Refusal> unknown_person(const Told& told, const Facts& facts,
                                                            const std::vector<engine::Person>& people);

}  // namespace workflows
