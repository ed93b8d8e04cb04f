#include "engine/error.hpp"
#include "tests/cli/import/a_centre.hpp"

#include <catch2/catch.hpp>

using import_tests::ACentre;
using import_tests::heading;
using import_tests::whole_row;

using namespace std::string_literals;

namespace {

std::vector<std::int64_t> refused_lines(const cli::ImportReport& report) {
  std::vector<std::int64_t> lines;
  for (const auto& row : report.refused_rows) lines.push_back(row.line);
  return lines;
}

std::vector<engine::Deadline> promises(const engine::CaseRecord& record) {
  std::vector<engine::Deadline> standard;
  for (const auto& deadline : record.deadlines)
    if (deadline.standard) standard.push_back(deadline);
  return standard;
}

}  // namespace

TEST_CASE("a whole row goes in as a closed case with three promises kept") {
  ACentre centre;
  const auto report = centre.import(heading + whole_row("case-1"));
  REQUIRE(report.refused_rows.empty());
  CHECK(report.imported == 1);
  const auto record = centre.found("case-1");
  CHECK(record.state == "closed");
  const auto clocks = promises(record);
  REQUIRE(clocks.size() == 3);
  CHECK(clocks[0].start == centre.at("2026-05-20 08:55"));
  CHECK(clocks[0].met == centre.at("2026-05-20 09:00"));
  CHECK(clocks[1].start == centre.at("2026-05-20 09:00"));
  CHECK(clocks[1].met == centre.at("2026-05-22 10:00"));
  CHECK(clocks[2].start == centre.at("2026-05-25 15:00"));
  CHECK(clocks[2].met == centre.at("2026-06-01 09:00"));
}

TEST_CASE("who received is the holder, by name on the roster") {
  ACentre centre;
  (void)centre.import(heading + "case-1,2026-05-20 08:55,来访,张某某,邻里纠纷,漏水,2026-05-20 09:00,王某,,,,\n");
  const auto record = centre.found("case-1");
  CHECK(record.state == "received");
  std::string name;
  centre.store.read([&](engine::Reading& reading) {
    for (const auto& person : reading.people())
      if (person.id == record.holder) name = person.name;
  });
  CHECK(name == "王某");
}

TEST_CASE("a second import of the same file adds nothing") {
  ACentre centre;
  const auto file = heading + whole_row("case-1") + whole_row("case-2");
  (void)centre.import(file);
  const auto again = centre.import(file);
  CHECK(again.imported == 0);
  CHECK(again.already_known == 2);
  CHECK(again.refused == 0);
  CHECK(centre.cases() == 2);
}

TEST_CASE("next month's sheet with the same running numbers adds its cases, and adds them once") {
  ACentre centre;
  const std::string sheet = "序号,到访时间,渠道,当事人,描述\n";
  const auto may = sheet + "1,2026-05-20 08:55,来访,张某某,漏水\n2,2026-05-20 09:55,来访,李某,噪声\n";
  const auto june = sheet + "1,2026-06-01 08:55,来访,王某,漏水\n2,2026-06-01 08:55,来访,张某某,漏水\n";
  CHECK(centre.import(may).imported == 2);
  CHECK(centre.import(june).imported == 2);
  const auto again = centre.import(june);
  CHECK(again.imported == 0);
  CHECK(again.already_known == 2);
  CHECK(centre.cases() == 4);
}

TEST_CASE("of two columns for one thing the better one counts, and the other is named as passed over") {
  std::istringstream in("登记编号,案号,序号,到访时间\n");
  const cli::LedgerFile file(in);
  CHECK(file.names_refs());
  CHECK(file.ignored() == std::vector<std::string>{"登记编号", "序号"});
}

TEST_CASE("a row that says the same as an earlier one of its sheet is refused") {
  ACentre centre;
  const std::string row = "2026-05-20 08:55,来访,张某某,漏水\n";
  const auto report = centre.import("到访时间,渠道,当事人,描述\n" + row + row);
  CHECK(report.imported == 1);
  CHECK(report.refused_by_code.at("duplicate_ref") == 1);
}

TEST_CASE("a ref that another case bears is refused, not taken for known") {
  ACentre centre;
  (void)centre.import(heading + "17,2026-05-20 08:55,来访,张某某,邻里纠纷,漏水,,,,,,\n");
  const auto report = centre.import(heading + "17,2026-06-01 08:55,来访,李某,邻里纠纷,噪声,,,,,,\n");
  CHECK(report.imported == 0);
  CHECK(report.already_known == 0);
  CHECK(report.refused_by_code.at("other_case") == 1);
}

TEST_CASE("a bad row is refused with its line, the others go in and nothing of it stays") {
  ACentre centre;
  const auto report =
      centre.import(heading + whole_row("case-1") +                                             // line 2
                    "case-2,never,online,,,,,,,,,\n" +                                          // line 3
                    ",2026-05-20 08:55,online,,,,,,,,,\n" +                                     // line 4
                    "case-4,2026-05-20 08:55,telepathy,张某某,,漏水,,,,,,\n" +                  // line 5
                    "case-5,2026-05-20 08:55\n" +                                               // line 6
                    "case-6,2026-05-20 08:55,online,a,b,c,d,e,f,g,h,i,j\n" +                    // line 7
                    "case-7,2026-05-20 08:55,online,\"open\n" +                                 // line 8
                    whole_row("case-1") +                                                       // line 9
                    "case-9,2026-05-20 08:55,online,\xE8\xB0,,x,,,,,,\n" +                      // line 10
                    "case-\0,2026-05-20 08:55,online,a,,x,,,,,,\n"s +                           // line 11
                    "case-11,2026-05-20 08:55,online," + std::string(10'000'000, 'x') + "\n" +  // line 12
                    "case-12,2027-05-20 08:55,online,a,,x,,,,,,\n" +                            // line 13
                    whole_row("case-13"));                                                      // line 14
  CHECK(report.imported == 2);
  CHECK(refused_lines(report) == std::vector<std::int64_t>{3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13});
  CHECK(report.refused_by_code.at("duplicate_ref") == 1);
  CHECK(report.refused_by_code.at("future") == 1);
  CHECK(centre.cases() == 2);
  CHECK_FALSE(centre.verified().first_bad);
}

TEST_CASE("a step that the process refuses takes the whole row back, and its register number") {
  ACentre centre;
  // A matter of administration cannot be mediated: the row is refused at its plan, after arrival and reception.
  const auto report = centre.import(heading +
                                    "case-1,2026-05-20 08:55,来访,张某某,行政执法,拆违,2026-05-20 "
                                    "09:00,王某,2026-05-21 09:00,2026-05-22 09:00,调解成功,\n" +
                                    whole_row("case-2"));
  INFO(report.refused_rows.size());
  CHECK(report.imported + report.refused == 2);
  CHECK(report.imported == centre.cases());
  CHECK(centre.found("case-2").number.find(report.refused == 1 ? "0001" : "0002") != std::string::npos);
  CHECK_FALSE(centre.verified().first_bad);
}

TEST_CASE("Chinese headings, any order, columns of others, CRLF, a byte order mark") {
  ACentre centre;
  const auto report = centre.import(
      "\xEF\xBB\xBF备注,类型,当事人,到访时间（必填）,案件编号,渠道,简述,接待人,接待时间\r\n"
      "无,邻里纠纷,\"张某某、李某\",2026年5月20日 8时55分,甲-1,来访,\"漏水,\r\n两次\",王某,2026/5/20 9:00\r\n"
      ",,,,,,,,\r\n\r\n");
  REQUIRE(report.refused == 0);
  CHECK(report.imported == 1);
  CHECK(centre.found("甲-1").arrived_at == centre.at("2026-05-20 08:55"));
  CHECK(centre.found("甲-1").state == "received");
}

TEST_CASE("a GB18030 ledger reads like a UTF-8 one") {
  // 编号,到访时间,渠道,当事人,简述 / g-1,2026-05-20 08:55,来访,张某某,漏水
  const std::string gb18030 =
      "\xB1\xE0\xBA\xC5,\xB5\xBD\xB7\xC3\xCA\xB1\xBC\xE4,\xC7\xFE\xB5\xC0,\xB5\xB1\xCA\xC2\xC8\xCB,\xBC\xF2\xCA\xF6\r\n"
      "g-1,2026-05-20 08:55,\xC0\xB4\xB7\xC3,\xD5\xC5\xC4\xB3\xC4\xB3,\xC2\xA9\xCB\xAE\r\n";
  ACentre centre;
  const auto report = centre.import(gb18030);
  REQUIRE(report.refused == 0);
  CHECK(centre.found("g-1").channel == "visit");
  ACentre other;
  (void)other.import("编号,到访时间,渠道,当事人,简述\ng-1,2026-05-20 08:55,来访,张某某,漏水\n");
  CHECK(other.found("g-1").facts == centre.found("g-1").facts);
}

TEST_CASE("disputes arrive now, their type mapped or left to sorting") {
  ACentre centre;
  const auto report =
      centre.import(R"({"id": "d-1", "type": "交通事故纠纷", "description": "追尾", "parties": ["魏某", "金某"]})"
                    "\n"
                    R"({"id": "d-2", "type": "说不清", "description": "x", "parties": ["魏某"], "more": 1})"
                    "\n"
                    R"({"id": "d-3", "parties": [1]})"
                    "\n[]\nnonsense\n");
  CHECK(report.imported == 2);
  CHECK(report.refused == 3);
  CHECK(centre.found("d-1").arrived_at == centre.desk.now());
  CHECK_FALSE(centre.found("d-1").kind.empty());
  CHECK(centre.found("d-2").kind.empty());
}

TEST_CASE("a dry run says the same and writes nothing") {
  const auto file = heading + whole_row("case-1") + "case-2,never,online,,,,,,,,,\n" + whole_row("case-1");
  ACentre centre;
  const auto dry = centre.import(file, true);
  CHECK(centre.cases() == 0);
  const auto real = centre.import(file);
  CHECK(dry.imported == real.imported);
  CHECK(dry.refused_by_code == real.refused_by_code);
}

TEST_CASE("a dry run takes no row for a double of one that did not go in") {
  // The first row has nobody who came, so it is refused; the second is the first with that ref.
  const auto file = heading + "case-1,2026-05-20 08:55,来访,,邻里纠纷,漏水,2026-05-20 09:00,王某,,,,\n" +
                    whole_row("case-1") + whole_row("case-1");
  ACentre centre;
  const auto dry = centre.import(file, true);
  const auto real = centre.import(file);
  CHECK(real.imported == 1);
  CHECK(dry.imported == real.imported);
  CHECK(dry.refused_by_code == real.refused_by_code);
}

TEST_CASE("a file without the needed columns is refused as a whole") {
  ACentre centre;
  CHECK_THROWS_AS(centre.import("a,b,c\n1,2,3\n"), engine::Error);
  CHECK_THROWS_AS(centre.import("ref,channel\n1,online\n"), engine::Error);
}

TEST_CASE("thousands of rows keep their numbers without a gap, whoever else registers in between") {
  ACentre centre;
  auto file = heading;
  for (int i = 0; i < 3500; ++i) file += "case-" + std::to_string(i) + ",2026-05-20 08:55,来访,张某某,,x,,,,,,\n";
  int others = 0;
  const auto report = centre.import(file, false, [&](std::int64_t) {
    if (others++ % 2 == 1) return true;
    // The next rows have been judged already; somebody takes the number and the reference that they count on.
    const auto ref = "case-" + std::to_string(1000 * others);
    const auto answer = centre.desk.tell("", {"arrive",
                                              {{"channel", "visit"}, {"party", "李某"}, {"about", "x"}, {"ref", ref}},
                                              {"clerk", "town", {"receptionist"}},
                                              centre.desk.now()});
    if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) FAIL(refusal->code);
    return true;
  });
  CHECK(report.imported + report.already_known + report.refused == 3500);
  CHECK(report.imported == 3498);
  CHECK(centre.cases() == 3500);
  CHECK_FALSE(centre.verified().first_bad);
}

TEST_CASE("an import that is interrupted keeps what was answered and can go on") {
  ACentre centre;
  auto file = heading;
  for (int i = 0; i < 2500; ++i) file += "case-" + std::to_string(i) + ",2026-05-20 08:55,来访,张某某,,x,,,,,,\n";
  const auto first = centre.import(file, false, [](std::int64_t) { return false; });
  CHECK(first.interrupted);
  CHECK(first.imported == 1000);
  CHECK(centre.cases() == 1000);
  const auto second = centre.import(file);
  CHECK(second.already_known == 1000);
  CHECK(second.imported == 1500);
  CHECK_FALSE(centre.verified().first_bad);
}
