#pragma once

#include "engine/instant.hpp"
#include "engine/time/zone.hpp"

#include <optional>
#include <string_view>

namespace workflows {

/// Reads an instant as ledgers and spreadsheets write it: RFC 3339, 2026-05-20 09:00[:30], 2026/5/20 9:00,
/// 2026.5.20 9:00 and 2026年5月20日 9时30分[20秒], local where no offset stands. A date without a time of day is
/// nothing.
[[nodiscard]] std::optional<engine::Instant> ledger_instant(std::string_view text, const engine::Zone& zone);

}  // namespace workflows
