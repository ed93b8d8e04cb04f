#include "workflows/limit.hpp"

#include <array>

namespace workflows {

std::string_view name(Limit limit) {
  static constexpr std::array<std::string_view, limit_count> names{
      "reception",  "plan",    "visit",           "progress",         "step",    "switch",  "mediation", "session",
      "suspension", "signing", "performance",     "confirmation",     "closing", "handoff", "referee",   "task",
      "question",   "routes",  "petition_notice", "petition_opinion", "outside"};
  return names[static_cast<std::size_t>(limit)];
}

}  // namespace workflows
