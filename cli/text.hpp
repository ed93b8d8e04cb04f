#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// Columns the text takes in a terminal: East-Asian wide characters count two, combining ones none.
[[nodiscard]] std::size_t width(std::string_view text);
/// Cut to at most `columns` (ending in ".." when cut) and padded to exactly `columns`.
[[nodiscard]] std::string fit(std::string_view text, std::size_t columns);
/// Cut as `fit` does, not padded.
[[nodiscard]] std::string cut(std::string_view text, std::size_t columns);
/// Broken into lines of at most `columns`, at spaces and between Chinese characters.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t columns);
/// One line of text from anybody, made safe for a terminal: control characters become spaces.
[[nodiscard]] std::string one_line(std::string_view text);
/// Where the first byte is that is not UTF-8, or is a control character other than a line end or a tab.
[[nodiscard]] std::optional<std::size_t> first_bad_byte(std::string_view text);
/// The first character, the others as **: a name or a number for eyes that do not need it.
[[nodiscard]] std::string mask(std::string_view name);

}  // namespace cli
