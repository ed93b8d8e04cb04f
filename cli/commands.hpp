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
  std::string_view summary;  // message id; empty: that of the event it records
  const Command* command;
};

/// All commands in the order of the help.
[[nodiscard]] std::span<const Row> commands();
[[nodiscard]] std::string_view summary_of(const Row& row);
/// Null if there is none of that name.
[[nodiscard]] const Row* find_command(std::string_view name);

// One file a command: cli/commands/<name>.cpp defines it as `const Command name_command{options, example, run};`
extern const Command account_command;
extern const Command backup_command;
extern const Command calendar_command;
extern const Command check_command;
extern const Command completion_command;
extern const Command deadlines_command;
extern const Command doctor_command;
extern const Command due_command;
extern const Command explain_command;
extern const Command export_command;
extern const Command health_command;
extern const Command history_command;
extern const Command import_command;
extern const Command init_command;
extern const Command list_command;
extern const Command next_command;
extern const Command nightly_command;
extern const Command notify_command;
extern const Command people_command;
extern const Command process_command;
extern const Command report_command;
extern const Command restore_command;
extern const Command serve_command;
extern const Command show_command;
extern const Command sites_command;
extern const Command verify_command;
extern const Command watch_command;
extern const Command step_command;  // every step of the process: commands/step.cpp

}  // namespace cli
