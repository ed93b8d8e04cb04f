#include "cli/commands.hpp"

#include "engine/mark.hpp"

#include <algorithm>

namespace cli {
namespace {
using engine::mark;

// clang-format off
constexpr Row table[] = {
    // name        group           access            summary                                                      command
    {"init",       Group::Centre,  Access::Free,     mark("make a database for a centre"),                        &init_command},
    {"due",        Group::Centre,  Access::Free,     mark("count a due date and explain it"),                     &due_command},
};
// clang-format on

}  // namespace

std::span<const Row> commands() { return table; }

const Row* find_command(std::string_view name) {
  const auto* found = std::ranges::find(table, name, &Row::name);
  return found == std::end(table) ? nullptr : found;
}

}  // namespace cli
