#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cli {

/// Appends one CSV row (RFC 4180, CRLF) to `out`. A field that a spreadsheet would take for a formula (= + - @ tab CR)
/// gets an apostrophe in front.
void add_csv_row(std::string& out, std::span<const std::string_view> fields);

}  // namespace cli
