#pragma once

#include "cli/files/lines.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// One row of a CSV file (RFC 4180) as raw bytes: no character set is assumed. GB18030 never uses the bytes of
/// separator, quotation mark and line end inside a character, so it can be split before it is decoded.
struct CsvRow {
  std::int64_t line = 0;            // the physical line it begins on
  std::vector<std::string> fields;  // empty where there is a fault
  const char* fault = nullptr;      // message id: why the row cannot be split
};

/// Splits a file into rows. Empty lines are passed over; after a row that cannot be split it goes on with the next
/// line.
class CsvReader {
 public:
  CsvReader(LineReader& lines, char separator) : lines_(lines), separator_(separator) {}

  /// False at the end of the file.
  bool next(CsvRow& row);

 private:
  enum class At { FieldStart, Plain, Quoted, AfterQuote };

  bool first_line(CsvRow& row, Line& line);
  void follow(CsvRow& row, std::size_t size);
  [[nodiscard]] bool split(std::string_view text, std::vector<std::string>& fields);
  [[nodiscard]] bool take(char byte, std::vector<std::string>& fields);
  void refuse(CsvRow& row, const char* fault, std::vector<Line> read_ahead = {});

  LineReader& lines_;
  char separator_;
  At at_ = At::FieldStart;
};

/// The separator a heading line uses: comma, tab or semicolon, whichever it holds most of.
[[nodiscard]] char separator_of(std::string_view heading_line);

}  // namespace cli
