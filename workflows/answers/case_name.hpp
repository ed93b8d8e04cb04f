#pragma once

#include "engine/case_record.hpp"
#include "engine/sight.hpp"
#include "engine/world.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace workflows {

/// What a word names: a case that may be seen, or nothing; `hidden` is the number of a case of others it would name,
/// which is nobody's business but the audit trail's.
struct NamedCase {
  std::optional<engine::CaseRecord> seen;
  std::string hidden;
};

/// The case a word names: its id, either number, its outside reference; or the last digits of its register number: 12
/// of this year, 2020-12 of that year, in the actor's own centre or else in any.
[[nodiscard]] NamedCase case_named(engine::Reading& reading, const engine::World& world, std::string_view word,
                                   const engine::Sight& sight, engine::Instant now);

/// The fault (NotFound) of a word that names no case, or none that may be seen: both sound the same.
[[noreturn]] void no_such_case(std::string_view word);

/// The shortest word by which somebody of that centre can name the case this year: 12, else its register number.
[[nodiscard]] std::string word_for(const engine::CaseRecord& record, const engine::World& world,
                                   std::string_view centre, engine::Instant now);

}  // namespace workflows
