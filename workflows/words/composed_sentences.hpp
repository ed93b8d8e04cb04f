#pragma once

#include <span>

namespace workflows {

/// Sentences that faults of the rooms below are put together from, as message ids: what varies stands as {0} {1} ...
[[nodiscard]] std::span<const char* const> composed_sentences();

}  // namespace workflows
