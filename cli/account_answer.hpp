#pragma once

#include "cli/session.hpp"
#include "engine/accounts/accounts.hpp"

#include <vector>

namespace cli {

// Each tells a list as JSON or as a table, with instants in the zone of the top centre.
void tell_accounts(Session& session, const std::vector<engine::AccountLine>& lines);
void tell_sessions(Session& session, const std::vector<engine::SessionLine>& lines);
void tell_tokens(Session& session, const std::vector<engine::TokenRow>& rows);
void tell_attempts(Session& session, const std::vector<engine::Attempt>& attempts);
void tell_acts(Session& session, const std::vector<engine::AccountAct>& acts);

/// A new token: the only time its secret is shown.
void tell_new_token(Session& session, const engine::Accounts::NewToken& token);

}  // namespace cli
