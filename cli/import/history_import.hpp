#pragma once

#include "cli/session.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>

namespace cli {

struct HistoryTaken {
  std::int64_t cases = 0;
  std::int64_t entries = 0;
};

/// Takes an exported history into an empty database. The file is read twice: every chain is verified before anything is
/// written, then the cases go in with the same entries and hashes. Throws engine::Error (Refused) naming
/// the line where a chain breaks; `progress` is told the bytes read, of both readings together.
[[nodiscard]] HistoryTaken take_history(engine::Desk& desk, std::istream& in,
                                        const std::function<void(std::int64_t)>& progress);

/// The same for the command, with a progress bar; gives the exit code.
int import_history(Session& session, std::istream& in, std::int64_t size);

}  // namespace cli
