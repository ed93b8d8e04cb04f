#pragma once

#include "workflows/words/characters.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cli {
using workflows::first_bad_byte;
using workflows::mask;
using workflows::one_line;

/// Columns the text takes in a terminal: East-Asian wide characters count two, combining ones none.
[[nodiscard]] std::size_t width(std::string_view text);
/// Cut to at most `columns` (ending in ".." when cut) and padded to exactly `columns`.
[[nodiscard]] std::string fit(std::string_view text, std::size_t columns);
/// Cut as `fit` does, not padded.
[[nodiscard]] std::string cut(std::string_view text, std::size_t columns);
/// Broken into lines of at most `columns`, at spaces and between Chinese characters.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace cli
