#include "cli/login.hpp"

#include <pwd.h>
#include <unistd.h>

namespace cli {

std::string login_name() {
  const auto user = ::geteuid();
  const auto* entry = ::getpwuid(user);  // NOLINT(concurrency-mt-unsafe): one thread
  return entry == nullptr ? std::to_string(user) : std::string(entry->pw_name);
}

}  // namespace cli
