#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "storage/backup.hpp"

#include <filesystem>

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {
      {"file", "FILE", mark("the backup"), Option::Need::Required},
      {"--force", "", mark("also over a database that knows more, or cannot be opened any more")},
  };
}

/// Who may restore is asked of the database that stands there, while it can be opened.
std::optional<int> denied(Session& session, bool force) {
  if (!std::filesystem::exists(session.database())) return {};
  try {
    return session.denied("restore");
  } catch (const engine::Error& error) {
    if (!force || error.kind() != engine::Error::Kind::Fault) throw;
    return {};  // it is damaged: nobody can be asked
  }
}

int run(Session& session, const Arguments& arguments) {
  const bool force = arguments.has("--force");
  if (const auto refused = denied(session, force)) return *refused;
  const auto source = arguments.text_or("file", "");
  const auto restored = storage::restore(source, session.database(), force);
  if (session.json()) {
    session.print({{"restored", session.database()}, {"from", source}, {"kept", restored.kept}});
    return exit_done;
  }
  session.out().line(session.say(mark("{0} now stands as in {1}."), session.database(), source));
  if (!restored.kept.empty())
    session.out().line(session.say(mark("What stood there before is kept as {0}."), restored.kept));
  session.out().line(session.say(mark("Next: maotiao verify --expect HEAD, with the head you wrote down.")));
  return exit_done;
}

}  // namespace

const Command restore_command{options, "restore centre-2026-06-01.db", run};

}  // namespace cli
