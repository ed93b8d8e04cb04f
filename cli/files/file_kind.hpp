#pragma once

#include <string_view>

namespace cli {

enum class FileKind { Csv, JsonLines };

/// What a file is by its first bytes, never by its name. Throws engine::Error (Usage) with what to do instead for what
/// cannot be read: an empty file, a workbook, UTF-16, one JSON array, a database.
[[nodiscard]] FileKind kind_of_file(std::string_view beginning);

}  // namespace cli
