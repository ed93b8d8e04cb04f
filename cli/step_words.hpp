#pragma once

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "engine/json.hpp"
#include "engine/time/zone.hpp"
#include "workflows/field.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// The options a process command takes, made from the fields of its event: the case, the fields, --at and --why.
[[nodiscard]] std::vector<Option> step_options(const workflows::EventSpec& spec);

/// The fields of a happening as told: local times are read in `zone`, "-" reads a text from standard input (at most
/// 64 KiB). Words that do not fit throw Fault (Usage).
[[nodiscard]] nlohmann::json step_fields(const workflows::EventSpec& spec, const Arguments& arguments,
                                         const engine::Zone& zone);

/// Null if the process has no such command for people.
[[nodiscard]] const workflows::EventSpec* step_named(std::string_view command);

}  // namespace cli
