#include "cli/files/csv_reader.hpp"
#include "cli/files/csv_writer.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

namespace {

using Fields = std::vector<std::string>;

std::vector<cli::CsvRow> rows(const std::string& text, char separator = ',') {
  std::istringstream in(text);
  cli::LineReader lines(in);
  cli::CsvReader reader(lines, separator);
  std::vector<cli::CsvRow> all;
  for (cli::CsvRow row; reader.next(row);) all.push_back(row);
  return all;
}

}  // namespace

TEST_CASE("rows are split at LF and CRLF, with and without a line end at the end of the file") {
  for (const auto* text : {"a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\r\nc,d", "a,b\nc,d\n\n\r\n\n"}) {
    const auto all = rows(text);
    REQUIRE(all.size() == 2);
    CHECK(all[0].fields == Fields{"a", "b"});
    CHECK(all[1].fields == Fields{"c", "d"});
    CHECK(all[1].line == 2);
  }
}

TEST_CASE("a byte order mark is no part of the first heading") {
  CHECK(rows("\xEF\xBB\xBFref,arrived\n")[0].fields == Fields{"ref", "arrived"});
}

TEST_CASE("quoted fields hold separators, doubled quotation marks and line ends") {
  const auto all = rows("a,\"x, \"\"y\"\"\nsecond\r\nthird\",b\nc,d,e\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].fields == Fields{"a", "x, \"y\"\nsecond\nthird", "b"});
  CHECK(all[1].line == 4);
}

TEST_CASE("empty fields are kept, also the last one") {
  CHECK(rows("a,,\n,,\n")[0].fields == Fields{"a", "", ""});
  CHECK(rows("a,,\n,,\n")[1].fields == Fields{"", "", ""});
  CHECK(rows("\"\",b\n")[0].fields == Fields{"", "b"});
}

TEST_CASE("a quotation mark that is never closed costs its own row only") {
  const auto all = rows("a,b\nc,\"d\ne,f\ng,h\n");
  REQUIRE(all.size() == 4);
  CHECK(all[1].fault != nullptr);
  CHECK(all[1].line == 2);
  CHECK(all[2].fields == Fields{"e", "f"});
  CHECK(all[3].fields == Fields{"g", "h"});
}

TEST_CASE("a quoted field that goes on after its end costs its own row only") {
  const auto all = rows("\"a\"x,b\nc,d\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].fault != nullptr);
  CHECK(all[1].fields == Fields{"c", "d"});
}

TEST_CASE("ten megabytes in one field are passed over and the next row is read") {
  const std::string huge(10'000'000, 'x');
  const auto all = rows("a," + huge + "\nb,c\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].fault != nullptr);
  CHECK(all[0].fields.empty());
  CHECK(all[1].fields == Fields{"b", "c"});
}

TEST_CASE("ten megabytes of lines after an open quotation mark are read again as rows") {
  std::string text = "a,\"b\n";
  for (int i = 0; i < 100'000; ++i) text += "some line of text,with two fields\n";
  const auto all = rows(text);
  CHECK(all.size() == 100'001);
  CHECK(all.front().fault != nullptr);
  CHECK(all.back().fields.size() == 2);
}

TEST_CASE("bytes of GB18030 characters are never taken for separators") {
  // 调解 and the four-byte form of U+20000; 0x5C, 0x7C and 0x30-0x39 occur as later bytes.
  const auto all = rows("\xB5\xF7\xBD\xE2,\x95\x32\x82\x36,\x81\x5C\x81\x7C\n");
  REQUIRE(all.size() == 1);
  CHECK(all[0].fields.size() == 3);
}

TEST_CASE("the separator is what the heading holds most of") {
  CHECK(cli::separator_of("ref,arrived,channel") == ',');
  CHECK(cli::separator_of("ref\tarrived\tchannel") == '\t');
  CHECK(cli::separator_of("ref;arrived;channel") == ';');
  CHECK(cli::separator_of("ref") == ',');
}

TEST_CASE("what is written as CSV is read back, but for the mark in front of a formula") {
  CHECK(rc::check([](const std::vector<std::string>& texts) {
    std::vector<std::string> expected;
    for (const auto& text : texts) {
      std::string kept;
      for (const char byte : text)
        if (byte != '\r') kept += byte;
      expected.push_back("x" + kept);
    }
    RC_PRE(!expected.empty());
    std::vector<std::string_view> fields(expected.begin(), expected.end());
    std::string out;
    cli::add_csv_row(out, fields);
    RC_ASSERT(rows(out).at(0).fields == expected);
  }));
}

TEST_CASE("a field that a spreadsheet would take for a formula is neutralised") {
  std::string out;
  const std::vector<std::string_view> fields{"=1+1", "+1", "-1", "@a", "1", "=a,\"b\""};
  cli::add_csv_row(out, fields);
  CHECK(out == "'=1+1,'+1,'-1,'@a,1,\"'=a,\"\"b\"\"\"\r\n");
}
