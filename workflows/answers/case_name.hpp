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
  std::string older;  // a case of the last year that the word may mean as well: both are open, and `seen` is empty
  std::string newer;  // the other of the two
};

/// The case a word names: its id, either number, its outside reference; or the last digits of its register number: 12
/// of this year, 2020-12 of that year, in the actor's own centre or else in any. Over the turn of the year 12 still
/// names the open case of last year; where both are open the word names neither, and the year must be said.
[[nodiscard]] NamedCase case_named(engine::Reading& reading, const engine::World& world, std::string_view word,
                                   const engine::Sight& sight, engine::Instant now);

/// The fault of a word that names no case that may be seen: NotFound, which sounds the same whether there is one or
/// not, or Usage where it may mean two.
[[noreturn]] void no_such_case(std::string_view word, const NamedCase& named);

/// The shortest word by which whoever has that sight can name the case now: 12 where it names no other, else its
/// register number.
[[nodiscard]] std::string word_for(engine::Reading& reading, const engine::World& world,
                                   const engine::CaseRecord& record, const engine::Sight& sight, engine::Instant now);

}  // namespace workflows
