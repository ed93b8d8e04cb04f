#pragma once

#include "workflows/facts.hpp"
#include "workflows/told.hpp"

#include <cstddef>
#include <optional>

namespace workflows {

/// The choices of the field `form`.
enum class AgreeForm : std::uint8_t { Written, Oral };

/// The branch that an event ends, if it ends one in particular.
[[nodiscard]] std::optional<Branch> branch_of(Event event);
/// How many open branches the event ends: going to law ends the mediation, or all where there is none.
[[nodiscard]] std::size_t branches_ended_by(const Facts& facts, Event event);

/// Is who makes the visit one of the mediators of the case? Nobody, where a sample names nobody yet.
[[nodiscard]] bool visits_own_case(const Facts& facts, const Told& told);

/// What an agreement says of its performance, in this step or in the draft it completes.
struct PerformanceTerms {
  bool performed = false;
  Instant by;  // not set where nobody named a last instant
};
[[nodiscard]] PerformanceTerms performance_terms(const Facts& facts, const Told& told);

/// Does the step bring the agreement into force: by word of mouth at once (art. 30), written once everybody has signed?
[[nodiscard]] bool agreement_complete(const Facts& facts, const Told& told);

/// Has every party, the mediator and the committee's seal signed, counting what this step adds (art. 29)?
[[nodiscard]] bool signed_by_all(const Facts& facts, const Told& told);

}  // namespace workflows
