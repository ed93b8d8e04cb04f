#include "workflows/answers/clock_explanation.hpp"

#include "engine/clock_text.hpp"

#include <algorithm>

namespace workflows {
namespace {

engine::Pauses pauses_of(const engine::Deadline& clock, engine::Instant now) {
  std::vector<engine::PausedSpan> spans;
  for (const auto& pause : clock.pauses) spans.push_back({pause.from, pause.to.value_or(std::max(now, pause.from))});
  return engine::Pauses(std::move(spans));
}

}  // namespace

engine::Explanation explained(const engine::Deadline& clock, const engine::Site& site, engine::Instant now) {
  return engine::explain(engine::rule_from(clock.rule), clock.start, site, pauses_of(clock, now));
}

}  // namespace workflows
