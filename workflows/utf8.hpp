#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace workflows {

/// The number of characters, or nothing where the bytes are not valid UTF-8 (RFC 3629) or hold a NUL.
[[nodiscard]] std::optional<std::size_t> count_characters(std::string_view text);

/// Nothing but space, as ASCII, Chinese full-width (U+3000) and typesetters know it, or nothing at all.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace workflows
