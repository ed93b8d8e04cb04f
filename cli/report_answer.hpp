#pragma once

#include "cli/session.hpp"
#include "engine/time/zone.hpp"
#include "workflows/report.hpp"

namespace cli {

/// Tells a period's figures as tables for people.
void print_report_text(Session& session, const workflows::PeriodFigures& figures, const engine::Zone& zone);

}  // namespace cli
