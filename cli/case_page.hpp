#pragma once

#include "cli/session.hpp"
#include "engine/case_record.hpp"

#include <string_view>

namespace cli {

/// One case on one page: where it is, who holds it, its parties (masked unless the actor needs the names), its clocks.
void print_case(Session& session, const engine::CaseRecord& record, std::string_view word);

}  // namespace cli
