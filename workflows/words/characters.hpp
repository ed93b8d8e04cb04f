#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace workflows {

/// One character as it stands in a text; `code` is -1 for a byte that is not UTF-8, which counts as one character.
struct Character {
  std::int32_t code;
  std::string_view bytes;
};

/// The first character of a text that is not empty.
[[nodiscard]] Character first_of(std::string_view text);
/// One line of text from anybody, made safe to show: control characters become spaces.
[[nodiscard]] std::string one_line(std::string_view text);
/// Where the first byte is that is not UTF-8, or is a control character other than a line end or a tab.
[[nodiscard]] std::optional<std::size_t> first_bad_byte(std::string_view text);
/// The first character, the others as **: a name or a number for eyes that do not need it.
[[nodiscard]] std::string mask(std::string_view name);

}  // namespace workflows
