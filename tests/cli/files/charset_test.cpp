#include "cli/files/charset.hpp"

#include <catch2/catch.hpp>

using cli::Charset;

namespace {

const std::string mediate_gb = "\xB5\xF7\xBD\xE2";  // 调解

}  // namespace

TEST_CASE("well-formed UTF-8 is told from damaged bytes") {
  CHECK(cli::is_utf8("plain"));
  CHECK(cli::is_utf8("调解 𠮷"));
  CHECK_FALSE(cli::is_utf8("\xE8\xB0"));          // half a character
  CHECK_FALSE(cli::is_utf8("\xC0\x80"));          // overlong NUL
  CHECK_FALSE(cli::is_utf8("\xED\xA0\x80"));      // a surrogate
  CHECK_FALSE(cli::is_utf8("\xF5\x80\x80\x80"));  // beyond U+10FFFF
  CHECK_FALSE(cli::is_utf8(mediate_gb));
}

TEST_CASE("most lines decide the character set of a file") {
  CHECK_FALSE(cli::guess_charset("ref,arrived\n1,2\n"));
  CHECK(cli::guess_charset("编号\n调解\n\xE8\xB0\n") == Charset::Utf8);
  CHECK(cli::guess_charset(mediate_gb + "\n" + mediate_gb + "\n") == Charset::Gb18030);
}

TEST_CASE("a sample that ends within a character is still UTF-8") {
  CHECK(cli::guess_charset("编号\n\xE8\xB0") == Charset::Utf8);
}

TEST_CASE("GB18030 becomes UTF-8, two-byte and four-byte characters alike") {
  cli::Decoder decoder(Charset::Gb18030);
  std::string text = mediate_gb + "\x95\x32\x82\x36" + "a";
  REQUIRE(decoder.decode(text));
  CHECK(text == "调解\U00020000a");
}

TEST_CASE("half a GB18030 character is refused and the text left as it was") {
  cli::Decoder decoder(Charset::Gb18030);
  std::string text = "a\xB5";
  CHECK_FALSE(decoder.decode(text));
  CHECK(text == "a\xB5");
  text = mediate_gb;
  CHECK(decoder.decode(text));
}

TEST_CASE("the first text that is not ASCII decides where the sample was all ASCII") {
  cli::Decoder decoder(std::nullopt);
  std::string ascii = "abc";
  CHECK(decoder.decode(ascii));
  CHECK_FALSE(decoder.charset());
  std::string text = mediate_gb;
  CHECK(decoder.decode(text));
  CHECK(decoder.charset() == Charset::Gb18030);
}
