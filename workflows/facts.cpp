#include "workflows/facts.hpp"

#include <algorithm>

namespace workflows {

int open_branches(const Facts& facts) {
  return static_cast<int>(std::count_if(facts.branches.begin(), facts.branches.end(), [](BranchStatus status) {
    return status == BranchStatus::Open || status == BranchStatus::Broken;
  }));
}

const Party* find_party(const Facts& facts, std::string_view name) {
  const auto found =
      std::find_if(facts.parties.begin(), facts.parties.end(), [&](const Party& party) { return party.name == name; });
  return found == facts.parties.end() ? nullptr : &*found;
}

bool has_open_task(const Facts& facts) {
  return std::any_of(facts.tasks.begin(), facts.tasks.end(),
                     [](const Task& task) { return task.status == TaskStatus::Open; });
}

bool giver_stays(const Facts& facts, std::string_view receiver) {
  return facts.custody != Custody::Held && !facts.offer.giver.empty() && facts.offer.giver != receiver;
}

bool has_open_claim(const Facts& facts) {
  return std::any_of(facts.claims.begin(), facts.claims.end(), [](const Claim& claim) { return claim.open; });
}

}  // namespace workflows
