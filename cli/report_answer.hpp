#pragma once

#include "cli/session.hpp"
#include "engine/time/zone.hpp"
#include "workflows/report.hpp"

namespace cli {

/// Tells a period's figures as JSON: every rate with `part` and `of`, every exclusion by name.
void print_report_json(Session& session, const workflows::PeriodFigures& figures, const engine::Zone& zone,
                       std::string_view centre);
/// The same as tables for people.
void print_report_text(Session& session, const workflows::PeriodFigures& figures, const engine::Zone& zone);

}  // namespace cli
