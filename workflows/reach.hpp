#pragma once

#include "engine/process.hpp"
#include "workflows/facts.hpp"

#include <string_view>
#include <vector>

namespace workflows {

/// The roster as far as reach depends on it.
struct Roster {
  const std::vector<engine::Centre>& centres;
  const std::vector<engine::Person>& people;
};

/// Whether a person has a part in the case wherever it is: holds it, is offered it or heads the unit that is, has a
/// task or a question to answer in it, is responsible for its plan or one of its mediators.
[[nodiscard]] bool concerned(std::string_view person, const Facts& facts, const std::vector<engine::Person>& people);

/// Whether the actor's roles reach all cases of a centre.
[[nodiscard]] bool reaches(const engine::Actor& actor, engine::Purpose purpose, std::string_view centre,
                           const std::vector<engine::Centre>& centres);

/// Whether the actor may know of the case at all. A case that has arrived nowhere yet is everybody's.
[[nodiscard]] bool may_see(const engine::Actor& actor, const engine::CaseRecord& record, const Roster& roster);

}  // namespace workflows
