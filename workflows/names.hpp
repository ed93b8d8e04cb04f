#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace workflows {

/// The names that somebody wrote in one piece: between 、 ， ； and their ASCII signs, or on lines of their own.
[[nodiscard]] std::vector<std::string> split_names(std::string_view text);

/// Without the blanks around it.
[[nodiscard]] std::string trimmed(std::string_view text);

}  // namespace workflows
