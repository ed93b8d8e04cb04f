#pragma once

#include "engine/accounts/accounts.hpp"
#include "web/api/call.hpp"

#include <variant>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace web {

/// `id address agent created_at seen_at current` each.
[[nodiscard]] nlohmann::json sessions_json(const Call& call, const std::vector<engine::SessionLine>& lines);
/// `id person person_name name scope created_at created_by expires_at used_at ended` each; never the secret.
[[nodiscard]] nlohmann::json tokens_json(const Call& call, const std::vector<engine::TokenRow>& rows);

/// The token that the body asks for: `name`, `scope` ("read" unless said), `until` (its last day; 90 days unless said).
[[nodiscard]] engine::TokenRow token_wished(const Call& call);
/// 201 with the token, shown only here; or the refusal.
[[nodiscard]] Answer new_token_answer(const Call& call,
                                      const std::variant<engine::Accounts::NewToken, engine::Refusal>& made);

}  // namespace web
