#pragma once

namespace cli {

/// The exit codes that other programs may rely on.
enum Exit : int {
  exit_done = 0,
  exit_fault = 1,
  exit_usage = 2,
  exit_not_found = 3,
  exit_refused = 4,  // by the process, or somebody else was faster
  exit_breaches = 5,
  exit_not_permitted = 6,
  exit_busy = 7,
};

}  // namespace cli
