#pragma once

#include "engine/accounts/policy.hpp"
#include "engine/roster.hpp"
#include "engine/step.hpp"

#include <optional>
#include <string_view>

namespace engine {

/// Why this cannot be the person's password, if it cannot: too short or too long (in characters), not text, the
/// person's own login, id or name, or one of the worst. No rules of composition (NIST SP 800-63B section 5.1.1.2).
[[nodiscard]] std::optional<Refusal> refused_password(std::string_view password, const Person& person,
                                                      const AccountPolicy& policy);

}  // namespace engine
