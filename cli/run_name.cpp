#include "cli/run_name.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

#include <unistd.h>

namespace cli {
namespace {

std::string host() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

/// When a process began, in ticks since the machine did: with the pid it names one process (proc(5), field 22).
/// Empty if there is no such process.
std::string start_of(const std::string& pid) {
  std::ifstream file("/proc/" + pid + "/stat");
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  const auto name_end = text.rfind(')');
  if (name_end == std::string::npos) return {};
  std::istringstream fields(text.substr(name_end + 1));
  constexpr int after_name = 20;
  std::string field;
  for (int n = 0; n < after_name; ++n) fields >> field;
  return field;
}

}  // namespace

std::string run_name() {
  const std::string pid = std::to_string(getpid());
  return host() + ":" + pid + ":" + start_of(pid);
}

bool run_ended(const std::string& name) {
  const auto start = name.rfind(':');
  if (start == std::string::npos || start == 0) return false;
  const auto pid = name.rfind(':', start - 1);
  if (pid == std::string::npos || name.substr(0, pid) != host()) return false;
  return start_of(name.substr(pid + 1, start - pid - 1)) != name.substr(start + 1);
}

}  // namespace cli
