#pragma once

#include "cli/arguments.hpp"
#include "cli/session.hpp"

namespace cli {

/// Takes the step that the command's name stands for; gives the exit code.
int take_step(Session& session, const Arguments& arguments);

}  // namespace cli
