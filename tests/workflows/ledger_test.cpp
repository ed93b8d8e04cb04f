#include "workflows/ledger.hpp"

#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "workflows/ledger_time.hpp"

#include <catch2/catch.hpp>

using engine::Origin;
using workflows::Column;
using workflows::LedgerCase;
using workflows::LedgerFault;
using workflows::LedgerRow;

namespace {

const engine::Zone shanghai = engine::Zone::named("Asia/Shanghai");

engine::Instant at(std::string_view text) { return engine::parse_instant(text, shanghai); }

workflows::LedgerReading reading(bool arrives_now = false) {
  return {shanghai,
          at("2026-06-01 12:00"),
          {"clerk", "town", {}},
          [](std::string_view name) { return workflows::ledger_person_id(name); },
          arrives_now};
}

LedgerRow whole_row() {
  LedgerRow row;
  row.cells = {"case-1",  "2026-05-20 08:55", "walk-in", "张某某；李某",     "邻里纠纷",
               "漏水",    "2026-05-20 09:00", "Wang",    "2026-05-22 10:00", "2026-05-25 15:00",
               "settled", "2026-06-01 09:00"};
  return row;
}

LedgerCase good(const LedgerRow& row, bool arrives_now = false) {
  auto result = workflows::ledger_case(row, reading(arrives_now));
  if (const auto* fault = std::get_if<LedgerFault>(&result)) FAIL(fault->code << ": " << fault->message);
  return std::get<LedgerCase>(result);
}

std::string fault_of(const LedgerRow& row) {
  const auto result = workflows::ledger_case(row, reading());
  const auto* fault = std::get_if<LedgerFault>(&result);
  return fault == nullptr ? "" : fault->code;
}

std::vector<std::string> events(const LedgerCase& one) {
  std::vector<std::string> names;
  for (const auto& step : one.steps) names.push_back(step.event);
  return names;
}

}  // namespace

TEST_CASE("a whole row becomes the whole way of a dispute, in the process's order") {
  const auto one = good(whole_row());
  CHECK(events(one) == std::vector<std::string>{"arrive", "receive", "sort", "enter", "plan", "consent", "accept",
                                                "session", "agree", "visit", "close"});
  for (std::size_t i = 1; i < one.steps.size(); ++i) CHECK(one.steps[i - 1].occurred_at <= one.steps[i].occurred_at);
}

TEST_CASE("what a ledger does not hold is marked as inferred, what it holds as imported") {
  for (const auto& step : good(whole_row()).steps) {
    const bool held = step.event == "arrive" || step.event == "receive" || step.event == "plan" ||
                      step.event == "agree" || step.event == "visit";
    CHECK(step.origin == (held ? Origin::Import : Origin::Inferred));
  }
}

TEST_CASE("the three promises are met at the instants of the ledger") {
  const auto one = good(whole_row());
  CHECK(one.steps[0].occurred_at == at("2026-05-20 08:55"));
  CHECK(one.steps[1].occurred_at == at("2026-05-20 09:00"));
  CHECK(one.steps[4].occurred_at == at("2026-05-22 10:00"));
  CHECK(one.steps[8].occurred_at == at("2026-05-25 15:00"));
  CHECK(one.steps[9].occurred_at == at("2026-06-01 09:00"));
}

TEST_CASE("parties are split: the first is the claimant, the others are the other side") {
  const auto one = good(whole_row());
  const auto& fields = one.steps.front().fields;
  CHECK(fields.at("party") == "张某某");
  CHECK(fields.at("respondents") == nlohmann::json{"李某"});
}

TEST_CASE("a row that stops early stops where it stops") {
  auto row = whole_row();
  row[Column::Visited].clear();
  CHECK(events(good(row)).back() == "agree");
  row[Column::Resolved].clear();
  row[Column::Outcome].clear();
  CHECK(events(good(row)).back() == "plan");
  row[Column::Planned].clear();
  CHECK(events(good(row)).back() == "receive");
  row[Column::Received].clear();
  CHECK(events(good(row)).back() == "arrive");
}

TEST_CASE("every outcome ends the case its own way") {
  const std::vector<std::pair<std::string, std::string>> ends{
      {"调解成功", "agree"},     {"调解不成", "fail"}, {"部门办理", "handle"},
      {"释法答复", "explain"},   {"帮扶", "aid"},      {"依法处理", "lawful"},
      {"导入法定途径", "route"}, {"撤回", "withdraw"}, {"Settled", "agree"},
      {"not agreed", "fail"},    {"起诉", "law"}};
  for (const auto& [word, event] : ends) {
    auto row = whole_row();
    row[Column::Outcome] = word;
    row[Column::Visited].clear();
    CHECK(events(good(row)).back() == event);
  }
}

TEST_CASE("a visitor who left before reception needs no time of resolution") {
  LedgerRow row;
  row[Column::Ref] = "case-2";
  row[Column::Arrived] = "2026-05-20 08:55";
  row[Column::Outcome] = "未接待离开";
  CHECK(events(good(row)) == std::vector<std::string>{"arrive", "leave"});
  row[Column::Received] = "2026-05-20 09:00";
  row[Column::Receiver] = "Wang";
  CHECK(fault_of(row) == "contradiction");
}

TEST_CASE("a bad row is refused with a stable word") {
  const std::vector<std::tuple<Column, std::string, std::string>> faults{
      {Column::Ref, " ", "missing_ref"},
      {Column::Arrived, "", "missing_arrived"},
      {Column::Arrived, "yesterday", "bad_time"},
      {Column::Arrived, "2026-05-20", "bad_time"},
      {Column::Received, "2026-02-30 09:00", "bad_time"},
      {Column::Received, "2026-05-20 08:54:59", "order"},
      {Column::Visited, "2026-05-25 14:59", "order"},
      {Column::Visited, "2026-06-01 12:01", "future"},
      {Column::Received, "", "hole"},
      {Column::Receiver, "", "hole"},
      {Column::Planned, "", "hole"},
      {Column::Resolved, "", "hole"},
      {Column::Outcome, "", "hole"},
      {Column::Outcome, "perhaps", "unknown_outcome"},
      {Column::Ref, std::string(201, 'x'), "too_long"},
      {Column::Receiver, std::string(65, 'x'), "too_long"},
  };
  for (const auto& [column, text, code] : faults) {
    auto row = whole_row();
    row[column] = text;
    INFO(name(column) << " = " << text);
    CHECK(fault_of(row) == code);
  }
}

TEST_CASE("a dispute without a time arrives now, a ledger row without one is refused") {
  LedgerRow row;
  row[Column::Ref] = "d-1";
  row[Column::Type] = "交通事故纠纷";
  row[Column::Description] = "追尾";
  row.parties = {"魏某", "金某", "周某"};
  const auto one = good(row, true);
  CHECK(events(one) == std::vector<std::string>{"arrive"});
  CHECK(one.steps[0].occurred_at == reading().now);
  CHECK(one.steps[0].fields.at("respondents").size() == 2);
  CHECK(fault_of(row) == "missing_arrived");
}

TEST_CASE("times are read as ledgers and spreadsheets write them") {
  for (const auto* text : {"2026-05-20 09:05", "2026-05-20T09:05:00+08:00", "2026-05-20T01:05:00Z", "2026/5/20 9:05",
                           "2026/05/20 09:05:00", "2026.5.20 9:05", "2026年5月20日 9时5分", "2026年5月20日9点05分",
                           "2026年5月20日 9:05", " 2026-05-20 09:05 "})
    CHECK(workflows::ledger_instant(text, shanghai) == at("2026-05-20 09:05"));
  CHECK(workflows::ledger_instant("2026年5月20日 9时", shanghai) == at("2026-05-20 09:00"));
  CHECK(workflows::ledger_instant("2026年5月20日9时5分30秒", shanghai) == at("2026-05-20 09:05:30"));
  for (const auto* text :
       {"", "2026-05-20", "2026/5/20", "20/5/2026 9:05", "2026/13/1 9:05", "2026/2/30 9:05", "2026/5/20 25:00",
        "2026/5/20 9", "2026/5/20 9:05pm", "-2026/5/20 9:05", "2026/5/20 9:-5", "99999999999999999999/1/1 1:00"})
    CHECK_FALSE(workflows::ledger_instant(text, shanghai));
}

TEST_CASE("headings are known in Chinese and English, however they are decorated") {
  const std::vector<std::pair<std::string, Column>> known{{"ref", Column::Ref},
                                                          {" Ref ", Column::Ref},
                                                          {"案件编号", Column::Ref},
                                                          {"到访时间", Column::Arrived},
                                                          {"到访时间（必填）", Column::Arrived},
                                                          {"Arrived At", Column::Arrived},
                                                          {"arrived_at", Column::Arrived},
                                                          {"渠道", Column::Channel},
                                                          {"当事人", Column::Party},
                                                          {"类型", Column::Type},
                                                          {"简述", Column::Description},
                                                          {"接待时间", Column::Received},
                                                          {"接待人", Column::Receiver},
                                                          {"方案时间", Column::Planned},
                                                          {"办结时间", Column::Resolved},
                                                          {"结果", Column::Outcome},
                                                          {"回访时间", Column::Visited}};
  for (const auto& [heading, column] : known) {
    REQUIRE(workflows::heading_named(heading));
    CHECK(workflows::heading_named(heading)->column == column);
  }
  CHECK_FALSE(workflows::heading_named("备注"));
  CHECK_FALSE(workflows::heading_named(""));
  CHECK(workflows::heading_named("案件编号")->rank < workflows::heading_named("登记编号")->rank);
  CHECK_FALSE(workflows::heading_named("序号"));  // begins anew in every sheet
}

TEST_CASE("the same name has the same roster id in every import") {
  CHECK(workflows::ledger_person_id("Resource21") == "Resource21");
  CHECK(workflows::ledger_person_id("王某") == workflows::ledger_person_id("王某"));
  CHECK(workflows::ledger_person_id("王某") != workflows::ledger_person_id("李某"));
  CHECK(workflows::ledger_person_id("王某").starts_with("p-"));
}
