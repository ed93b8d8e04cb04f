#pragma once

#include "cli/command.hpp"

#include <span>
#include <string_view>

namespace cli {

/// The chapter of the help a command stands in.
enum class Group { Process, Reading, Centre };

/// Free: needs no database. Guarded: the actor's roles must have the command, before it runs. Judged: the process
/// itself judges who may (a step).
enum class Access { Free, Guarded, Judged };

/// One row of the program's table of contents (commands.cpp).
struct Row {
  std::string_view name;
  Group group;
  Access access;
  std::string_view summary;  // message id
  const Command* command;
};

/// All commands in the order of the help.
[[nodiscard]] std::span<const Row> commands();
/// Null if there is none of that name.
[[nodiscard]] const Row* find_command(std::string_view name);

// One file a command: cli/commands/<name>.cpp defines it as `const Command name_command{options, example, run};`
extern const Command due_command;
extern const Command init_command;

}  // namespace cli
