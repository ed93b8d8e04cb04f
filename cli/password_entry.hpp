#pragma once

#include "cli/session.hpp"

#include <string>

namespace cli {

/// A password as somebody gives it: on a terminal typed twice without being shown, else one line of standard input.
/// Never from the command line, where every user of the machine could read it. Two that differ, nothing at all, or
/// bytes that are not text throw Fault (Usage).
[[nodiscard]] std::string entered_password(Session& session, const std::string& person);

}  // namespace cli
