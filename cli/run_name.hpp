#pragma once

#include <string>

namespace cli {

/// Names this run of the program among all runs on all machines: "host:pid:start".
[[nodiscard]] std::string run_name();
/// True if a run of that name is known to have ended: it was on this machine and is there no more. Of another machine
/// nothing is known.
[[nodiscard]] bool run_ended(const std::string& name);

}  // namespace cli
