#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace cli {

/// A table of text for a terminal: columns as wide as their widest cell, the widest column cut so that the whole takes
/// at most `columns`. The heading is underlined by dashes, so that nothing depends on colour.
[[nodiscard]] std::string draw_table(const std::vector<std::string>& heading,
                                     const std::vector<std::vector<std::string>>& rows);

}  // namespace cli
