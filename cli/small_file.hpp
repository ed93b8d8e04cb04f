#pragma once

#include <string>

namespace cli {

/// The text of a file of at most 1 MiB; Fault when it cannot be read or is larger.
[[nodiscard]] std::string small_file(const std::string& path);

}  // namespace cli
