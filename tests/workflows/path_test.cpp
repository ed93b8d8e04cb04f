#include "tests/workflows/a_case.hpp"

#include <catch2/catch.hpp>

using workflows_tests::ACase;
using Names = std::vector<std::string>;

TEST_CASE("a dispute goes from arrival to the archive by one sort, one entry, one mediation and one visit") {
  ACase one;
  one.closed();
  CHECK(one.record().state == "closed");
  CHECK(one.record().number == "register-1");
  CHECK(one.record().second_number == "mediation-7");
  CHECK(one.record().holder == "med");
  CHECK(one.running().empty());
  one.take("archive", {{"filed_by", "arc"}, {"checked_by", "dir"}, {"complete", true}, {"pages", 12}}, "arc");
  CHECK(one.record().state == "archived");
}

TEST_CASE("each stage runs the clock it promises") {
  CHECK(ACase().arrived().running() == Names{"reception"});
  CHECK(ACase().received().running() == Names{"plan"});
  CHECK(ACase().entered().running() == Names{"plan"});
  CHECK(ACase().planned().running() == Names{"step"});
  CHECK(ACase().mediating().running() == Names{"mediation"});
  CHECK(ACase().resolved().running() == Names{"visit"});
  CHECK(ACase().visited().running() == Names{"closing"});
}

TEST_CASE("the stored facts read back as the same case") {
  ACase one;
  one.mediating();
  const std::string before = one.record().facts;
  CHECK(before.find("\"parties\"") != std::string::npos);
}
