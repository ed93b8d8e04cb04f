#pragma once

#include "engine/instant.hpp"
#include "engine/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace engine {

/// Who acts: a person on the roster, or the engine's own clock (`system`).
struct Actor {
  std::string person;              // stable id on the roster; "system" for the engine itself
  std::string centre;              // the centre the person belongs to
  std::vector<std::string> roles;  // names of roles held now
};

/// Where a history entry comes from. `Inferred` marks a step that a ledger implies but does not hold.
enum class Origin { Person, System, Import, Inferred };

/// The key under which somebody tells a happening, and a digest of all that is told: told again under the same key it
/// is not done again.
struct Once {
  std::string key;  // at most 200 bytes
  std::string digest;
};

/// Something that happened to a case, as told: not yet judged. `fields` is a JSON object; the process checks it.
struct Happening {
  std::string event;  // stored event name, e.g. "receive"
  nlohmann::json fields = nlohmann::json::object();
  Actor actor;
  Instant occurred_at;  // when it happened; never after it was told
  Origin origin = Origin::Person;
  std::optional<Once> once{};
  std::optional<std::int64_t> expected_revision{};  // set by a form that may be stale: refused if the case has moved
};

}  // namespace engine
