#include "cli/import/history_file.hpp"
#include "cli/import/history_import.hpp"
#include "cli/import/history_line.hpp"
#include "engine/error.hpp"
#include "tests/cli/import/a_centre.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using import_tests::ACentre;
using import_tests::heading;
using import_tests::whole_row;

namespace {

std::string two_cases() {
  ACentre centre;
  (void)centre.import(heading + whole_row("case-1") + whole_row("case-2"));
  return centre.exported();
}

void read_all(const std::string& text) {
  const ACentre centre;
  std::istringstream in(text);
  cli::HistoryFile file(in, *centre.process);
  for (cli::HistoryCase one; file.next(one);) continue;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) all.push_back(line);
  return all;
}

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (const auto& line : all) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("an entry survives export line by line without loss") {
  for (const auto& line : lines(two_cases())) {
    std::string again;
    cli::add_history_line(again, cli::history_from_line(line));
    CHECK(again == line + "\n");
    CHECK(engine::chain_hash(cli::history_from_line(line)) == cli::history_from_line(line).hash);
  }
}

TEST_CASE("an exported history in an empty database gives the same heads, records and numbers") {
  ACentre before;
  (void)before.import(heading + whole_row("case-1") + whole_row("case-2"));
  ACentre after;
  std::istringstream in(before.exported());
  const auto taken = cli::take_history(after.desk, in, [](std::int64_t) {});
  CHECK(taken.cases == 2);
  CHECK(after.verified().head == before.verified().head);
  CHECK_FALSE(after.verified().first_bad);
  CHECK(after.found("case-2") == before.found("case-2"));
  (void)after.import(heading + whole_row("case-3"));
  CHECK(after.found("case-3").number.find("0003") != std::string::npos);
  std::istringstream again(before.exported());
  CHECK_THROWS_AS(cli::take_history(after.desk, again, [](std::int64_t) {}), engine::Error);
}

TEST_CASE("a changed, removed, reordered or repeated line of an exported history is refused (field-lessons row 52)") {
  const auto good = lines(two_cases());
  REQUIRE_NOTHROW(read_all(joined(good)));
  auto changed = good;
  changed[1].replace(changed[1].find("Wang"), 4, "Weng");
  CHECK_THROWS_AS(read_all(joined(changed)), engine::Error);
  auto removed = good;
  removed.erase(removed.begin() + 2);
  CHECK_THROWS_AS(read_all(joined(removed)), engine::Error);
  auto reordered = good;
  std::swap(reordered[2], reordered[3]);
  CHECK_THROWS_AS(read_all(joined(reordered)), engine::Error);
  auto repeated = good;
  repeated.insert(repeated.end(), good.begin(), good.end());
  CHECK_THROWS_AS(read_all(joined(repeated)), engine::Error);
  CHECK_THROWS_AS(read_all("{}\n"), engine::Error);
  CHECK_THROWS_AS(read_all("nonsense\n"), engine::Error);
  auto beyond = good;
  beyond[0].replace(beyond[0].find("\"seq\":1"), 7, "\"seq\":1e300");
  CHECK_THROWS_AS(read_all(joined(beyond)), engine::Error);
}
