#include "tests/architecture/tree.hpp"

#include <algorithm>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

namespace architecture {
namespace {

using Offences = std::vector<std::string>;

std::size_t line_of(const std::string& text, std::ptrdiff_t at) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + at, '\n'));
}

Offences lines_with(const std::vector<File>& where, const std::string& pattern, bool (*applies)(const File&)) {
  const std::regex expression(pattern);
  Offences found;
  for (const auto& file : where) {
    if (!applies(file)) continue;
    for (std::sregex_iterator match(file.text.begin(), file.text.end(), expression), end; match != end; ++match)
      found.push_back(file.path + ":" + std::to_string(line_of(file.text, match->position())) + ": " + match->str());
  }
  return found;
}

bool this_one(const File& file) { return file.under("tests/architecture"); }
bool anywhere(const File& file) { return !this_one(file); }
bool a_test(const File& file) { return file.under("tests") && !this_one(file); }
/// But for the one file that reads the system's time zones, once each.
bool the_pure_core(const File& file) {
  return (file.under("engine") || file.under("workflows")) && file.path != "engine/time/zone.cpp";
}

/// The one place that reads the machine's clock; everything else is told what time it is.
bool not_the_clock(const File& file) {
  return !this_one(file) && !file.under("bench") && file.path != "cli/clocks.hpp";
}

}  // namespace

TEST_CASE("no test sleeps") {
  CHECK(lines_with(files(), R"(\b(sleep_for|sleep_until|usleep|nanosleep)\b|\bsleep\(|(^|\n|;)\s*sleep +[0-9])",
                   a_test) == Offences{});
}

TEST_CASE("the clock is read in one place") {
  CHECK(lines_with(sources(), R"(\bsystem_clock::now\b|\btime\((nullptr|NULL|0)\)|\bgettimeofday\b|\blocaltime(_r)?\()",
                   not_the_clock) == Offences{});
}

TEST_CASE("engine and workflows touch no environment, no file, no terminal") {
  CHECK(lines_with(sources(), R"(\bgetenv\b|std::(cout|cerr|clog|cin)\b|\bf?printf\(|\b[io]?fstream\b|\bfopen\b)",
                   the_pure_core) == Offences{});
}

TEST_CASE("no file holds a path of one machine or the address of a package registry") {
  CHECK(lines_with(files(),
                   R"((^|[^A-Za-z0-9_.])/(work|root|home/[a-z]+|Users)/|deb\.debian\.org|snapshot\.debian\.org|)"
                   R"(registry\.npmjs\.org|pypi\.org|crates\.io)",
                   anywhere) == Offences{});
}

TEST_CASE("nothing is left unfinished in the sources") {
  CHECK(lines_with(sources(), R"(\b(TODO|FIXME|XXX|HACK)\b)", anywhere) == Offences{});
}

TEST_CASE("the checks of the lines see what they look for") {
  const std::vector<File> bad{{"tests/a.cpp", "int a;\nstd::this_thread::sleep_for(1s);\n"},
                              {"tests/b.sh", "true\nsleep 1\n"}};
  CHECK(lines_with(bad, R"(\bsleep_for\b|(^|\n|;)\s*sleep +[0-9])", a_test).size() == 2);
  CHECK(lines_with(bad, R"(\bsleep_for\b)", a_test) == Offences{"tests/a.cpp:2: sleep_for"});
}

}  // namespace architecture
