#include "cli/request.hpp"
#include "workflows/words/fault.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

std::string told_in_chinese(const std::vector<std::string>& words) {
  try {
    (void)cli::read_request(words);
  } catch (const workflows::Fault& fault) {
    return fault.in(workflows::Language("zh_CN"));
  }
  return "";
}

}  // namespace

TEST_CASE("a flag stands alone: what is written after its equals sign is never taken for a yes or a no") {
  for (const std::string word : {"--emergency=true", "--emergency=false", "--no-emergency=yes", "--json=no"})
    CHECK_THAT(told_in_chinese({"arrive", "--channel", "visit", word}),
               StartsWith(word.substr(0, word.find('='))) && Contains("单独使用"));
  CHECK(told_in_chinese({"arrive", "--channel", "visit", "--party", "x", "--about", "--emergency=true"}).empty());
  CHECK(told_in_chinese({"list", "--", "--json=no"}) != "--json 单独使用，不带值");
}

TEST_CASE("an option without its value is told in the words of the reader") {
  CHECK(told_in_chinese({"arrive", "--channel"}) == "--channel 后面需要一个值");
  CHECK(told_in_chinese({"arrive", "--channel=", "--party", "x"}) == "--channel 后面需要一个值");
  CHECK(told_in_chinese({"--db"}) == "--db 后面需要一个值");
  CHECK(told_in_chinese({"list", "--nonsense"}).find("words") == std::string::npos);
}
