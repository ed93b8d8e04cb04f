#include "cli/import/ledger_file.hpp"

#include "cli/import/ledger_json.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

#include <algorithm>
#include <istream>

namespace cli {
namespace {

using engine::mark;
using workflows::Column;
using workflows::LedgerFault;
using workflows::LedgerRow;

constexpr std::size_t most_ignored = 50;

LedgerFault not_text() {
  return {"bad_bytes", mark("the row holds bytes that are not text in the file's character set"), {}};
}

LedgerFault column_count_wrong(std::size_t found, std::size_t wanted) {
  return {"columns", mark("{0} fields where the heading has {1}"), {std::to_string(found), std::to_string(wanted)}};
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || code == 0x7F;
  });
}

bool empty(const CsvRow& row) {
  return row.fault == nullptr &&
         std::all_of(row.fields.begin(), row.fields.end(), [](const auto& field) { return field.empty(); });
}

/// Spreadsheets end a row with empty fields beyond the last heading.
void drop_empty_rest(std::vector<std::string>& fields, std::size_t wanted) {
  while (fields.size() > wanted && fields.back().empty()) fields.pop_back();
}

}  // namespace

LedgerFile::LedgerFile(std::istream& in)
    : lines_(in),
      kind_(kind_of_file(lines_.beginning())),
      decoder_(guess_charset(lines_.beginning())),
      csv_(lines_, separator_of(lines_.beginning().substr(0, lines_.beginning().find('\n')))) {
  if (kind_ == FileKind::Csv) read_headings();
}

bool LedgerFile::next(LedgerItem& item) { return kind_ == FileKind::Csv ? next_csv(item) : next_json(item); }

void LedgerFile::read_headings() {
  CsvRow row;
  if (!csv_.next(row) || row.fault != nullptr) throw wrong_words(mark("the first row must hold the headings"));
  for (std::size_t at = 0; at < row.fields.size(); ++at) {
    if (!decoder_.decode(row.fields[at])) throw wrong_words(mark("the headings are not text in UTF-8 or GB18030"));
    place(row.fields, at);
  }
  if (!holds(Column::Arrived))
    throw wrong_words(mark("the file has no column \"{0}\"; a ledger says when each visitor came (arrived, 到访时间)"),
                      name(Column::Arrived));
}

bool LedgerFile::holds(Column column) const {
  return std::ranges::any_of(columns_, [&](const auto& at) { return at && at->column == column; });
}

bool LedgerFile::names_refs() const { return kind_ != FileKind::Csv || holds(Column::Ref); }

/// Of two headings for one column the better one counts.
void LedgerFile::place(const std::vector<std::string>& headings, std::size_t at) {
  columns_.push_back(workflows::heading_named(headings[at]));
  if (!columns_.back()) return ignore(headings[at]);
  for (std::size_t other = 0; other < at; ++other) {
    if (!columns_[other] || columns_[other]->column != columns_[at]->column) continue;
    const std::size_t worse = columns_[other]->rank <= columns_[at]->rank ? at : other;
    columns_[worse].reset();
    return ignore(headings[worse]);
  }
}

void LedgerFile::ignore(const std::string& heading) {
  if (heading.empty() || ignored_.size() == most_ignored) return;
  if (std::find(ignored_.begin(), ignored_.end(), heading) == ignored_.end()) ignored_.push_back(heading);
}

bool LedgerFile::next_csv(LedgerItem& item) {
  CsvRow csv;
  do {
    if (!csv_.next(csv)) return false;
  } while (empty(csv));
  item.line = csv.line;
  item.row = row_of(csv);
  return true;
}

std::variant<LedgerRow, LedgerFault> LedgerFile::row_of(CsvRow& csv) {
  if (csv.fault != nullptr) return LedgerFault{"unreadable", csv.fault, {}};
  drop_empty_rest(csv.fields, columns_.size());
  if (csv.fields.size() != columns_.size()) return column_count_wrong(csv.fields.size(), columns_.size());
  LedgerRow row;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (!columns_[i]) continue;
    if (has_control(csv.fields[i]) || !decoder_.decode(csv.fields[i])) return not_text();
    row[columns_[i]->column] = std::move(csv.fields[i]);
  }
  return row;
}

bool LedgerFile::next_json(LedgerItem& item) {
  Line line;
  do {
    if (!lines_.next(line)) return false;
  } while (line.text.find_first_not_of(" \t") == std::string::npos && !line.too_long);
  item.line = line.number;
  item.row = row_of(line);
  return true;
}

std::variant<LedgerRow, LedgerFault> LedgerFile::row_of(Line& line) {
  if (line.too_long) return LedgerFault{"unreadable", mark("the row is longer than 64 KiB"), {}};
  if (!decoder_.decode(line.text)) return not_text();
  auto row = row_from_json(line.text, [this](const std::string& key) { ignore(key); });
  if (const auto* read = std::get_if<LedgerRow>(&row)) {
    const auto bad = [](const auto& texts) { return std::any_of(texts.begin(), texts.end(), has_control); };
    if (bad(read->cells) || bad(read->parties)) return not_text();
  }
  return row;
}

}  // namespace cli
