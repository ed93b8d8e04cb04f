#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace cli {

/// The longest line that is read, in bytes.
inline constexpr std::size_t longest_line = std::size_t{1} << 20U;

/// Calls `visit` for each line of standard input, without its line end (LF or CRLF) and without a byte order mark
/// before the first. Of a longer line only the first `longest_line` + 1 bytes are handed over, so that `visit` can
/// refuse it and memory stays bounded.
void each_stdin_line(const std::function<void(const std::string& line)>& visit);

}  // namespace cli
