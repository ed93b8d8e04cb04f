#pragma once

#include "cli/session.hpp"

#include <cstdint>
#include <iosfwd>

namespace cli {

/// Takes an exported history into an empty database. The file is read twice: every chain is verified before anything is
/// written, then the cases go in with the same entries and hashes. Gives the exit code; throws engine::Error (Refused)
/// naming the line where a chain breaks.
int import_history(Session& session, std::istream& in, std::int64_t size);

}  // namespace cli
