#pragma once

#include <set>
#include <string>
#include <utility>

namespace tests {

/// A write that was answered: its case and the seq of its last entry.
using Answered = std::set<std::pair<std::string, std::int64_t>>;

/// Opens a database that has been through something; gives the first thing that is wrong with it, empty if it is sound:
/// integrity, guards and counts, every chain whole, every record at the head of its history, everything answered there.
[[nodiscard]] std::string unsound(const std::string& file, const Answered& answered);

}  // namespace tests
