#pragma once

#include "engine/process.hpp"
#include "workflows/standard.hpp"

#include <memory>

namespace workflows {

/// The mediation process under a standard: the implementation of the engine's port. Immutable and thread-safe.
[[nodiscard]] std::unique_ptr<engine::Process> make_dispute_process(Standard standard = xiaozhan_2020());

}  // namespace workflows
