#include "cli/import/history_import.hpp"
#include "cli/progress.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"

namespace cli {
using engine::mark;

int import_history(Session& session, std::istream& in, std::int64_t size) {
  HistoryTaken taken;
  {
    Progress progress(session.say(mark("importing")), 2 * size);
    taken = take_history(session.desk(), in, [&](std::int64_t bytes) { progress.at(bytes); });
  }
  if (session.json())
    session.print({{"cases", taken.cases}, {"entries", taken.entries}});
  else
    session.out().line(
        session.say(mark("Imported: {0} cases with {1} entries; every chain holds. `maotiao verify` prints the head."),
                    taken.cases, taken.entries));
  return exit_done;
}

}  // namespace cli
