#pragma once

#include "engine/verify.hpp"
#include "workflows/words/language.hpp"

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace workflows {

/// The stable word of a fault that `verify` finds ("changed_entry"), and what it says.
[[nodiscard]] std::string_view fault_code(engine::BadEntry::Fault fault);
[[nodiscard]] std::string bad_entry_words(const Language& language, engine::BadEntry::Fault fault);
/// `fault case case_id seq detail message`.
[[nodiscard]] nlohmann::json bad_entry_json(const Language& language, const engine::BadEntry& bad);

}  // namespace workflows
