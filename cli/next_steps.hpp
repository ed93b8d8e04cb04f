#pragma once

#include "cli/session.hpp"
#include "engine/case_record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// One thing that can be done with a case, in words and as a command to paste.
struct NextStep {
  std::string event;
  std::string what;     // one sentence
  std::string command;  // with values to replace where words are needed
  std::string who;      // the roles, in words
  std::string missing;  // why it would be refused now; empty: it can be done
  std::vector<std::string> needs;
  std::vector<std::string> roles;
  bool permitted = false;  // the actor has one of the roles
  bool aside = false;      // it is possible at any time, or leaves the case in its state: a note, a hand-off ...
};

/// What can be done now, in the order of the process. `word` names the case in the commands.
[[nodiscard]] std::vector<NextStep> next_steps(Session& session, const engine::CaseRecord& record,
                                               std::string_view word);

}  // namespace cli
