#pragma once

#include <cstddef>
#include <optional>

namespace cli {

/// The width of the terminal on standard output, at least 60; nothing if that is no terminal.
[[nodiscard]] std::optional<std::size_t> terminal_columns();

}  // namespace cli
