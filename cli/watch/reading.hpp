#pragma once

#include "cli/session.hpp"
#include "cli/watch/board.hpp"
#include "cli/watch/drawing.hpp"

namespace cli::watch {

/// The running limits that the actor may see, oldest due first, and how the scheduler is.
[[nodiscard]] Findings read_findings(Session& session);
/// One case for the board, by its id; nothing if it is gone or not for the actor's eyes.
[[nodiscard]] std::optional<CasePage> read_case(Session& session, const std::string& case_id);
/// "14:03:22" at the top centre.
[[nodiscard]] std::string time_words(engine::Instant at, const engine::Zone& zone);

}  // namespace cli::watch
