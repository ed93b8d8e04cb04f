#pragma once

#include "engine/process.hpp"
#include "workflows/machine.hpp"

#include <optional>

namespace workflows {

/// The refusal of a step that the machine did not take: the guard with its rule, or that the state has no such step.
[[nodiscard]] engine::Refusal refused_step(const Advance& out, Event event, const Facts& facts);

[[nodiscard]] engine::Refusal refused_field(const BadField& fault, const Facts& facts);
[[nodiscard]] engine::Refusal unknown_event(std::string_view event, State state, const Facts& facts);

/// A name that no party on record bears, without the side on which it stands: a slip of the pen must not become a party
/// whose consent is missing for ever. Only what a person tells is asked; a ledger names whom it knows.
[[nodiscard]] std::optional<engine::Refusal> unknown_party(const Told& told, Event event, const Facts& facts);

/// Whether the actor may do this to this case: by role, and only to a case of the own centre unless the role reaches
/// further, or the person holds the case, is offered it, or has a task in it.
[[nodiscard]] std::optional<engine::Refusal> not_permitted(const engine::Happening& happening, Event event,
                                                           const Facts& facts, const engine::Surroundings& around);

}  // namespace workflows
