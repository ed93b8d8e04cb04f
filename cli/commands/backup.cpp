#include "storage/backup.hpp"

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"

#include <filesystem>

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {{"file", "FILE", mark("the copy; it must not be there yet"), Option::Need::Required}};
}

int run(Session& session, const Arguments& arguments) {
  const auto target = arguments.text_or("file", "");
  storage::SqliteStore store(session.database());
  {
    const Interrupt interrupt;
    Progress progress(session.say(mark("copying")), 0);
    storage::backup(store, target, [&](int done, int) {
      progress.at(done);
      return !interrupt.requested();
    });
  }
  const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(target));
  if (session.json())
    session.print({{"backup", target}, {"bytes", bytes}});
  else
    session.out().line(session.say(
        mark("{0}: {1} bytes, whole and checked. Keep it on another disk; `maotiao restore {0}` puts it back."), target,
        bytes));
  return exit_done;
}

}  // namespace

const Command backup_command{options, "backup centre-2026-06-01.db", run};

}  // namespace cli
