#include "cli/files/csv_reader.hpp"

#include "engine/mark.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace cli {
namespace {

constexpr const char* too_long = engine::mark("the row is longer than 64 KiB");
constexpr const char* quote_open = engine::mark("a quotation mark is opened and not closed");
constexpr const char* quote_inside = engine::mark("a quotation mark within a quoted field is not doubled");

}  // namespace

bool CsvReader::next(CsvRow& row) {
  row.fields.clear();
  row.fault = nullptr;
  Line line;
  if (!first_line(row, line)) return false;
  if (line.too_long) {
    refuse(row, too_long);
    return true;
  }
  at_ = At::FieldStart;
  row.fields.emplace_back();
  if (!split(line.text, row.fields))
    refuse(row, quote_inside);
  else if (at_ == At::Quoted)
    follow(row, line.text.size());
  return true;
}

bool CsvReader::first_line(CsvRow& row, Line& line) {
  do {
    if (!lines_.next(line)) return false;
  } while (line.text.empty());
  row.line = line.number;
  return true;
}

/// Takes the lines that a quoted field goes on over.
void CsvReader::follow(CsvRow& row, std::size_t size) {
  std::vector<Line> read_ahead;
  while (at_ == At::Quoted) {
    Line line;
    const bool more = lines_.next(line);
    if (more) read_ahead.push_back(line);
    size += line.text.size() + 1;
    if (!more || size > LineReader::longest) return refuse(row, quote_open, std::move(read_ahead));
    row.fields.back().push_back('\n');
    if (!split(line.text, row.fields)) return refuse(row, quote_inside, std::move(read_ahead));
  }
}

void CsvReader::refuse(CsvRow& row, const char* fault, std::vector<Line> read_ahead) {
  row.fields.clear();
  row.fault = fault;
  lines_.give_back(std::move(read_ahead));
}

bool CsvReader::split(std::string_view text, std::vector<std::string>& fields) {
  return std::all_of(text.begin(), text.end(), [&](char byte) { return take(byte, fields); });
}

/// False if a closed field goes on.
bool CsvReader::take(char byte, std::vector<std::string>& fields) {
  if (at_ == At::Quoted && byte == '"') {
    at_ = At::AfterQuote;
  } else if (at_ != At::Quoted && byte == separator_) {
    fields.emplace_back();
    at_ = At::FieldStart;
  } else if (at_ == At::FieldStart && byte == '"') {
    at_ = At::Quoted;
  } else if (at_ == At::AfterQuote && byte != '"') {
    return false;
  } else {
    at_ = at_ == At::Quoted || at_ == At::AfterQuote ? At::Quoted : At::Plain;
    fields.back().push_back(byte);
  }
  return true;
}

char separator_of(std::string_view heading_line) {
  constexpr std::array<char, 3> candidates{',', '\t', ';'};
  return *std::max_element(candidates.begin(), candidates.end(), [&](char a, char b) {
    return std::count(heading_line.begin(), heading_line.end(), a) <
           std::count(heading_line.begin(), heading_line.end(), b);
  });
}

}  // namespace cli
