#pragma once

#include "cli/import/ledger_import.hpp"
#include "cli/session.hpp"

namespace cli {

/// Tells what came of an import, as sentences or as JSON, and gives the exit code: refused if a row was.
int tell_import(Session& session, const LedgerFile& file, const ImportReport& report, bool dry_run);

}  // namespace cli
