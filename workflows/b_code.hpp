#pragma once

#include <span>
#include <string_view>

namespace workflows {

/// One line of the two-level dispute codes of the 综治 system (taxonomy B); "xx99" is the rest of a top code.
struct BCode {
  std::string_view code;  // two digits for a top code, four below it
  std::string_view zh;
};

[[nodiscard]] std::span<const BCode> b_codes();
/// The words of a code: its own, else "其他" under the words of its top code; empty if even that is unknown.
[[nodiscard]] std::string_view b_name(std::string_view code);

}  // namespace workflows
