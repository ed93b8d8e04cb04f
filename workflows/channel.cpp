#include "workflows/channel.hpp"

#include "engine/mark.hpp"

#include <algorithm>
#include <array>

namespace workflows {
namespace {

using engine::mark;

constexpr std::array<std::string_view, 8> all_sources{"主动调解",
                                                      "依申请调解",
                                                      "接受法院委托移送",
                                                      "接受检察院委托移送",
                                                      "接受公安机关委托移送",
                                                      "接受信访部门委托移送",
                                                      "接受其他部门委托移送",
                                                      "其他来源"};

// clang-format off
constexpr std::array table{
Channel{"visit",       "来访",           mark("came in person"),               "依申请调解",           true},
Channel{"agent",       "代理来访",       mark("an agent came"),                "依申请调解",           true},
Channel{"group",       "多人来访",       mark("a group came"),                 "依申请调解",           true},
Channel{"phone",       "来电",           mark("by telephone"),                 "依申请调解",           false},
Channel{"letter",      "来信",           mark("by letter"),                    "依申请调解",           false},
Channel{"online",      "线上",           mark("online or by scanned code"),    "依申请调解",           false},
Channel{"hotline",     "12345/8890转办", mark("passed on by the hotline"),     "接受其他部门委托移送", false},
Channel{"grid",        "网格上报",       mark("reported by the grid"),         "主动调解",             false},
Channel{"village",     "村居上报",       mark("reported by a village"),        "主动调解",             false},
Channel{"petition",    "信访转送",       mark("passed on by petitions"),       "接受信访部门委托移送", false},
Channel{"court",       "法院委派委托",   mark("from a court"),                 "接受法院委托移送",     false},
Channel{"police",      "公安移送",       mark("from the police"),              "接受公安机关委托移送", false},
Channel{"procuratorate", "检察院移送",   mark("from the procuratorate"),       "接受检察院委托移送",   false},
Channel{"department",  "部门转来",       mark("from a department"),            "接受其他部门委托移送", false},
Channel{"leader",      "领导批示",       mark("instructed by a leader"),       "其他来源",             false},
Channel{"inspection",  "主动排查",       mark("found by looking for disputes"), "主动调解",            false},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> aliases{{
    {"walk-in", "visit"},       {"walk_in", "visit"},     {"hall", "visit"},          {"窗口", "visit"},
    {"本人来访", "visit"},      {"telephone", "phone"},   {"电话", "phone"},          {"call", "phone"},
    {"mail", "letter"},         {"信件", "letter"},       {"web", "online"},          {"网上", "online"},
    {"扫码", "online"},         {"小程序", "online"},     {"12345", "hotline"},       {"8890", "hotline"},
    {"津治通", "grid"},         {"信访", "petition"},     {"信访督办", "petition"},   {"信访交办", "petition"},
    {"法院", "court"},          {"公安", "police"},       {"检察院", "procuratorate"}, {"部门", "department"},
}};
// clang-format on

constexpr bool counted_somewhere() {
  return std::all_of(table.begin(), table.end(), [](const Channel& channel) {
    return std::find(all_sources.begin(), all_sources.end(), channel.source) != all_sources.end();
  });
}
static_assert(counted_somewhere(), "every way in is counted under one of the eight sources");

const Channel* by_word(std::string_view word) {
  for (const Channel& channel : table)
    if (channel.code == word || channel.zh == word) return &channel;
  return nullptr;
}

}  // namespace

std::span<const Channel> channels() { return table; }
std::span<const std::string_view> sources() { return all_sources; }

const Channel* find_channel(std::string_view word) {
  if (const Channel* channel = by_word(word)) return channel;
  for (const auto& [alias, code] : aliases)
    if (alias == word) return by_word(code);
  return nullptr;
}

}  // namespace workflows
