#pragma once

#include "cli/files/charset.hpp"
#include "cli/files/csv_reader.hpp"
#include "cli/files/file_kind.hpp"
#include "cli/files/lines.hpp"
#include "workflows/ledger.hpp"

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cli {

/// One row of a ledger file, or why it cannot be read.
struct LedgerItem {
  std::int64_t line = 0;
  std::variant<workflows::LedgerRow, workflows::LedgerFault> row;
};

/// A ledger as CSV or as one JSON object a line, told apart by content; read row by row in bounded memory.
class LedgerFile {
 public:
  /// Throws engine::Error (Usage) where the file is no ledger: what is missing, and what to do.
  explicit LedgerFile(std::istream& in);

  /// False at the end of the file.
  bool next(LedgerItem& item);

  [[nodiscard]] FileKind kind() const { return kind_; }
  [[nodiscard]] std::optional<Charset> charset() const { return decoder_.charset(); }
  /// Headings that stand for nothing the ledger knows; their columns are passed over.
  [[nodiscard]] const std::vector<std::string>& ignored() const { return ignored_; }
  /// Does the file give each row a reference of its own?
  [[nodiscard]] bool names_refs() const;
  [[nodiscard]] std::int64_t bytes_read() const { return lines_.bytes_read(); }

 private:
  void read_headings();
  void place(const std::vector<std::string>& headings, std::size_t at);
  [[nodiscard]] bool holds(workflows::Column column) const;
  bool next_csv(LedgerItem& item);
  bool next_json(LedgerItem& item);
  [[nodiscard]] std::variant<workflows::LedgerRow, workflows::LedgerFault> row_of(CsvRow& csv);
  [[nodiscard]] std::variant<workflows::LedgerRow, workflows::LedgerFault> row_of(Line& line);
  void ignore(const std::string& heading);

  LineReader lines_;
  FileKind kind_;
  Decoder decoder_;
  CsvReader csv_;
  std::vector<std::optional<workflows::Heading>> columns_;  // one a column of the file
  std::vector<std::string> ignored_;
};

}  // namespace cli
