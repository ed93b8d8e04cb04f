#pragma once

#include "engine/process.hpp"
#include "workflows/facts.hpp"
#include "workflows/told.hpp"

namespace workflows {

[[nodiscard]] const engine::Person* find_person(const std::vector<engine::Person>& people, std::string_view id);

/// Does the person serve at that instant?
[[nodiscard]] bool in_term(const engine::Person& person, Instant at);

/// Whether the person's roles can do anything with a case: nobody else is offered or given one.
[[nodiscard]] bool may_hold(const engine::Person& person);

/// What the roster says of the people this step names, and the site of the days it counts.
[[nodiscard]] Witness witness_of(const Told& told, const Facts& facts, const engine::Actor& actor,
                                 const engine::Surroundings& around);

/// Who holds the case after the step. It is somebody from reception on, whatever happens (domain C1).
[[nodiscard]] std::string holder_after(const Told& told, const Facts& facts);

}  // namespace workflows
