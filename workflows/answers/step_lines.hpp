#pragma once

#include "engine/trip.hpp"
#include "workflows/words/language.hpp"

#include <string>
#include <vector>

namespace workflows {

/// The clock of the record that an entry is about; null if it is not there.
[[nodiscard]] const engine::Deadline* clock_of(const engine::CaseRecord& record, const engine::ClockEntry& entry);

/// What a step did, for people: first where the case now is and who holds it, then a line a clock: kept or late, or
/// until when it runs. Never empty.
[[nodiscard]] std::vector<std::string> step_lines(const Language& language, const engine::Done& done,
                                                  const engine::World& world, const engine::Zone& zone);

}  // namespace workflows
