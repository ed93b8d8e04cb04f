#include "workflows/possible.hpp"

#include "workflows/field.hpp"
#include "workflows/relation.hpp"
#include "workflows/roles.hpp"
#include "workflows/told.hpp"

#include <array>

namespace workflows {
namespace {

struct Finding {
  bool has_row = false, open = false;
  const char* missing = "";
};

/// The first question about the facts alone that is answered no; questions about what is told are yet to come.
const char* missing_fact(std::span<const Guard> asked, const Facts& facts, Event event) {
  Told nothing_told;
  nothing_told.event = event;
  for (const Guard guard : asked) {
    const GuardWords& question = words(guard);
    if (question.asks == Asks::Fact && !question.holds(facts, nothing_told)) return question.message;
  }
  return nullptr;
}

std::array<Finding, event_count> findings(State state, const Facts& facts) {
  std::array<Finding, event_count> found{};
  for (const Open& row : rows_open_in(state, facts.custody)) {
    Finding& finding = found[static_cast<std::size_t>(row.event)];
    const char* missing = missing_fact(row.guards, facts, row.event);
    if (!finding.has_row && missing) finding.missing = missing;
    if (!missing) finding.open = true;
    finding.has_row = true;
  }
  return found;
}

std::vector<std::string> needs_of(Event event) {
  std::vector<std::string> needs;
  for (const FieldSpec& spec : fields_of(event))
    if (spec.need == Need::Required) needs.emplace_back(spec.name);
  return needs;
}

}  // namespace

std::vector<engine::Possible> possible_in(State state, const Facts& facts) {
  std::vector<engine::Possible> possible;
  const auto found = findings(state, facts);
  for (const EventWords& line : events()) {
    const Finding& finding = found[static_cast<std::size_t>(line.event)];
    if (!finding.has_row || line.system) continue;
    possible.push_back({std::string(line.name), needs_of(line.event), roles_for(line.name),
                        finding.open ? std::string() : finding.missing});
  }
  return possible;
}

std::vector<std::string> possible_names(State state, const Facts& facts) {
  std::vector<std::string> names;
  for (engine::Possible& line : possible_in(state, facts))
    if (line.missing.empty()) names.push_back(std::move(line.event));
  return names;
}

}  // namespace workflows
