#pragma once

#include "engine/case_record.hpp"
#include "engine/world.hpp"

#include <string>
#include <string_view>

namespace workflows {

/// The case a word names: its id, either number, its outside reference; or the last digits of its register number: 12
/// of this year, 2020-12 of that year, in the given centre or else in any. Throws Fault (NotFound).
[[nodiscard]] engine::CaseRecord find_case(engine::Reading& reading, const engine::World& world, std::string_view word,
                                           std::string_view centre, engine::Instant now);

/// The shortest word by which somebody of that centre can name the case this year: 12, else its register number.
[[nodiscard]] std::string word_for(const engine::CaseRecord& record, const engine::World& world,
                                   std::string_view centre, engine::Instant now);

}  // namespace workflows
