#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cli {

/// The longest text that one field takes, in bytes.
inline constexpr std::size_t longest_text = std::size_t{64} * 1024;

/// All of standard input as one text, without the last line end; more than `longest_text`, a NUL byte or bytes that are
/// not UTF-8 throw Fault (Usage) naming the option.
[[nodiscard]] std::string stdin_text(std::string_view option);

}  // namespace cli
