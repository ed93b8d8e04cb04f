#include "cli/files/file_kind.hpp"

#include "engine/error.hpp"

#include <catch2/catch.hpp>

using cli::FileKind;

TEST_CASE("a file is known by its content") {
  CHECK(cli::kind_of_file("ref,arrived\n") == FileKind::Csv);
  CHECK(cli::kind_of_file("\xEF\xBB\xBF编号,到访时间\n") == FileKind::Csv);
  CHECK(cli::kind_of_file("{\"id\": 1}\n") == FileKind::JsonLines);
  CHECK(cli::kind_of_file("\xEF\xBB\xBF\n {\"id\": 1}\n") == FileKind::JsonLines);
}

TEST_CASE("a file that cannot be read as rows is refused with what to do instead") {
  using namespace std::string_literals;
  for (const auto& bytes : {""s, "\xEF\xBB\xBF\r\n"s, "PK\x03\x04..."s, "\xD0\xCF\x11\xE0"s, "SQLite format 3\0..."s,
                            "\xFF\xFEr\0e\0"s, "\xFE\xFF\0r"s, "[{\"id\": 1}]"s})
    CHECK_THROWS_AS(cli::kind_of_file(bytes), engine::Error);
}
