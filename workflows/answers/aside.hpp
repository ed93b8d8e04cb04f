#pragma once

#include <string_view>

namespace workflows {

/// True if the event is possible at nearly any time or leaves the case in its state (a note, a hand-off ...), so that a
/// page shows it after the steps of the path.
[[nodiscard]] bool is_aside(std::string_view event);

}  // namespace workflows
