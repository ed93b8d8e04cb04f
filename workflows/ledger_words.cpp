#include "workflows/ledger_words.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace workflows {
namespace {

constexpr std::array<std::string_view, column_count> column_names{"ref",     "arrived",     "channel",  "party",
                                                                  "type",    "description", "received", "receiver",
                                                                  "planned", "resolved",    "outcome",  "visited"};

template <class Value>
struct Synonym {
  std::string_view word;
  Value value;
};

// clang-format off
constexpr Synonym<Column> headings[] = {
    {"ref", Column::Ref}, {"id", Column::Ref}, {"reference", Column::Ref}, {"caseid", Column::Ref}, {"caseno", Column::Ref},
    {"casenumber", Column::Ref}, {"number", Column::Ref}, {"编号", Column::Ref}, {"案件编号", Column::Ref}, {"案号", Column::Ref},
    {"受理编号", Column::Ref}, {"登记编号", Column::Ref}, {"登记号", Column::Ref}, {"来源编号", Column::Ref},
    {"纠纷编号", Column::Ref}, {"工单编号", Column::Ref}, {"工单号", Column::Ref}, {"流水号", Column::Ref}, {"事件编号", Column::Ref},
    {"arrived", Column::Arrived}, {"arrival", Column::Arrived}, {"arrivedat", Column::Arrived}, {"arrivaltime", Column::Arrived},
    {"到访时间", Column::Arrived}, {"来访时间", Column::Arrived}, {"到达时间", Column::Arrived}, {"来访日期", Column::Arrived},
    {"登记时间", Column::Arrived}, {"受理时间", Column::Arrived}, {"上报时间", Column::Arrived}, {"到访", Column::Arrived}, {"来访", Column::Arrived},
    {"channel", Column::Channel}, {"source", Column::Channel}, {"渠道", Column::Channel}, {"来访渠道", Column::Channel},
    {"受理渠道", Column::Channel}, {"来源渠道", Column::Channel}, {"来源", Column::Channel}, {"案件来源", Column::Channel},
    {"纠纷来源", Column::Channel}, {"来访方式", Column::Channel}, {"受理方式", Column::Channel},
    {"party", Column::Party}, {"parties", Column::Party}, {"claimant", Column::Party}, {"applicant", Column::Party},
    {"当事人", Column::Party}, {"申请人", Column::Party}, {"来访人", Column::Party}, {"来访人姓名", Column::Party},
    {"当事人姓名", Column::Party}, {"主要当事人", Column::Party}, {"姓名", Column::Party},
    {"type", Column::Type}, {"kind", Column::Type}, {"category", Column::Type}, {"类型", Column::Type}, {"纠纷类型", Column::Type},
    {"类别", Column::Type}, {"纠纷类别", Column::Type}, {"案件类型", Column::Type}, {"案件类别", Column::Type}, {"事件类别", Column::Type},
    {"description", Column::Description}, {"about", Column::Description}, {"subject", Column::Description}, {"summary", Column::Description},
    {"描述", Column::Description}, {"简述", Column::Description}, {"简要情况", Column::Description}, {"纠纷简要情况", Column::Description},
    {"纠纷简况", Column::Description}, {"事由", Column::Description}, {"案由", Column::Description}, {"内容", Column::Description},
    {"事项", Column::Description}, {"诉求", Column::Description}, {"主要诉求", Column::Description}, {"纠纷描述", Column::Description},
    {"纠纷内容", Column::Description}, {"事件简述", Column::Description}, {"基本情况", Column::Description},
    {"received", Column::Received}, {"receivedat", Column::Received}, {"reception", Column::Received}, {"接待时间", Column::Received},
    {"接访时间", Column::Received}, {"接待", Column::Received}, {"接待日期", Column::Received},
    {"receiver", Column::Receiver}, {"receivedby", Column::Receiver}, {"receptionist", Column::Receiver}, {"接待人", Column::Receiver},
    {"接待员", Column::Receiver}, {"接访人", Column::Receiver}, {"接待人员", Column::Receiver}, {"接待人姓名", Column::Receiver}, {"承办人", Column::Receiver},
    {"planned", Column::Planned}, {"plannedat", Column::Planned}, {"plan", Column::Planned}, {"方案时间", Column::Planned},
    {"方案", Column::Planned}, {"告知方案时间", Column::Planned}, {"方案告知时间", Column::Planned}, {"出方案时间", Column::Planned},
    {"调处方案时间", Column::Planned}, {"解决方案时间", Column::Planned},
    {"resolved", Column::Resolved}, {"resolvedat", Column::Resolved}, {"settled", Column::Resolved}, {"化解时间", Column::Resolved},
    {"办结时间", Column::Resolved}, {"办理完成时间", Column::Resolved}, {"解决时间", Column::Resolved}, {"调解完成时间", Column::Resolved},
    {"调处时间", Column::Resolved}, {"化解", Column::Resolved}, {"办结", Column::Resolved}, {"化解日期", Column::Resolved},
    {"outcome", Column::Outcome}, {"result", Column::Outcome}, {"结果", Column::Outcome}, {"化解结果", Column::Outcome},
    {"办理结果", Column::Outcome}, {"调解结果", Column::Outcome}, {"处理结果", Column::Outcome}, {"办结方式", Column::Outcome},
    {"化解方式", Column::Outcome}, {"调处结果", Column::Outcome}, {"是否成功", Column::Outcome},
    {"visited", Column::Visited}, {"visitedat", Column::Visited}, {"visit", Column::Visited}, {"followup", Column::Visited},
    {"回访时间", Column::Visited}, {"回访日期", Column::Visited}, {"回访", Column::Visited},
};

using Out = LedgerOutcome;
constexpr Synonym<Out> outcomes[] = {
    {"settled", Out::Settled}, {"agreed", Out::Settled}, {"success", Out::Settled}, {"successful", Out::Settled}, {"resolved", Out::Settled},
    {"mediated", Out::Settled}, {"agreement", Out::Settled}, {"1", Out::Settled}, {"是", Out::Settled}, {"成功", Out::Settled}, {"调解成功", Out::Settled},
    {"化解", Out::Settled}, {"已化解", Out::Settled}, {"化解成功", Out::Settled}, {"调成", Out::Settled}, {"达成协议", Out::Settled},
    {"调解达成协议", Out::Settled}, {"和解", Out::Settled}, {"解决", Out::Settled}, {"已解决", Out::Settled},
    {"failed", Out::Failed}, {"notagreed", Out::Failed}, {"notsettled", Out::Failed}, {"unsuccessful", Out::Failed}, {"0", Out::Failed},
    {"否", Out::Failed}, {"不成", Out::Failed}, {"调解不成", Out::Failed}, {"未成", Out::Failed}, {"调解未成", Out::Failed}, {"调解失败", Out::Failed},
    {"失败", Out::Failed}, {"不成功", Out::Failed}, {"未化解", Out::Failed}, {"终止", Out::Failed}, {"终止调解", Out::Failed}, {"未达成协议", Out::Failed},
    {"handled", Out::Handled}, {"department", Out::Handled}, {"办理", Out::Handled}, {"部门办理", Out::Handled}, {"已办理", Out::Handled},
    {"explained", Out::Explained}, {"释法", Out::Explained}, {"释法答复", Out::Explained}, {"释法明理", Out::Explained}, {"答复", Out::Explained},
    {"解释", Out::Explained}, {"不予支持", Out::Explained}, {"法律咨询", Out::Explained}, {"已答复", Out::Explained},
    {"aided", Out::Aided}, {"aid", Out::Aided}, {"帮扶", Out::Aided}, {"救助", Out::Aided}, {"困难帮扶", Out::Aided}, {"帮扶救助", Out::Aided},
    {"lawful", Out::Lawful}, {"lawfulaction", Out::Lawful}, {"依法处理", Out::Lawful}, {"依法查处", Out::Lawful}, {"依法处置", Out::Lawful},
    {"routed", Out::Routed}, {"referred", Out::Routed}, {"导入法定途径", Out::Routed}, {"引导法定途径", Out::Routed}, {"法定途径", Out::Routed},
    {"转送", Out::Routed}, {"移送", Out::Routed}, {"分流", Out::Routed}, {"导入", Out::Routed},
    {"withdrawn", Out::Withdrawn}, {"撤回", Out::Withdrawn}, {"撤销", Out::Withdrawn}, {"撤诉", Out::Withdrawn}, {"撤回申请", Out::Withdrawn},
    {"申请人撤回", Out::Withdrawn}, {"自行撤回", Out::Withdrawn},
    {"law", Out::WentToLaw}, {"wenttolaw", Out::WentToLaw}, {"court", Out::WentToLaw}, {"sued", Out::WentToLaw}, {"起诉", Out::WentToLaw},
    {"诉讼", Out::WentToLaw}, {"仲裁", Out::WentToLaw}, {"申请仲裁", Out::WentToLaw}, {"向法院起诉", Out::WentToLaw},
    {"left", Out::Left}, {"leftbeforereception", Out::Left}, {"离开", Out::Left}, {"未接待离开", Out::Left}, {"自行离开", Out::Left}, {"未接待", Out::Left},
};
// clang-format on

/// Lower case, without what writers of headings put in for the eye, and without what follows an opening bracket.
std::string plain(std::string_view word) {
  std::string text(word.substr(0, std::min({word.find('('), word.find("（"), word.find('['), word.size()})));
  for (const std::string_view between : {" ", "\t", "\r", "\n", "_", "-", "*", ":", "：", "\u3000", "\u00A0", "\uFEFF"})
    for (auto at = text.find(between); at != std::string::npos; at = text.find(between)) text.erase(at, between.size());
  std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return text;
}

/// Null if the word is not in the table.
template <class Value, std::size_t size>
const Synonym<Value>* look_up(const Synonym<Value> (&table)[size], std::string_view word) {
  if (word.size() > 200) return nullptr;
  const auto key = plain(word);
  const auto* found = std::find_if(table, table + size, [&](const auto& line) { return line.word == key; });
  return found == table + size ? nullptr : found;
}

}  // namespace

std::string_view name(Column column) { return column_names[static_cast<std::size_t>(column)]; }

std::optional<Heading> heading_named(std::string_view heading) {
  const auto* line = look_up(headings, heading);
  if (line == nullptr) return {};
  return Heading{line->value, static_cast<int>(line - headings)};
}

std::optional<LedgerOutcome> outcome_named(std::string_view word) {
  const auto* line = look_up(outcomes, word);
  if (line == nullptr) return {};
  return line->value;
}

}  // namespace workflows
